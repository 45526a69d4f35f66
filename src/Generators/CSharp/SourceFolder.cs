namespace Aot.Generators.CSharp;

/// <summary>Where a source file lies in its project, without a trace of the machine that compiles it.</summary>
internal static class SourceFolder
{
    /// <summary><c>SqsPoller</c> for <c>…/StateMachines/SqsPoller/SqsWorker.cs</c>; empty for a file of the project's own folder or from elsewhere.</summary>
    public static string Of(string sourceFile, string? projectFolder)
    {
        var file = sourceFile.Replace('\\', '/');
        var project = (projectFolder ?? "").Replace('\\', '/').TrimEnd('/') + "/";
        var end = file.LastIndexOf('/');
        return project.Length > 1 && end > project.Length && file.StartsWith(project, StringComparison.Ordinal)
            ? file.Substring(project.Length, end - project.Length)
            : "";
    }
}
