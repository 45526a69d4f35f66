namespace Aot.Handlers.Tests.GitLabRunner;

/// <summary>A fact that needs git and npm; it reports itself skipped where one is missing.</summary>
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        string[] missing = [.. new[] { "git", "npm" }.Where(program => !IsInPath(program))];
        if (missing.Length > 0)
            Skip = $"not installed: {string.Join(", ", missing)} (Debian: apt-get install {string.Join(' ', missing)})";
    }

    private static bool IsInPath(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
