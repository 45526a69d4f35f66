namespace Aot.Generators.Diagnostics;

/// <summary>Where the page of a diagnostic stands. In the repository, since the documentation has no address of its own.</summary>
internal static class HelpLink
{
    public static string Of(string id) => $"docs/diagnostics/{id}.md";
}
