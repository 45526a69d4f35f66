using System.Reflection;

namespace Aot.Docs.Tests;

/// <summary>The README, its neighbours and everything under docs.</summary>
internal static class Pages
{
    public static readonly string Root = typeof(Pages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static IEnumerable<string> All()
        => Directory.EnumerateFiles(Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories));
}
