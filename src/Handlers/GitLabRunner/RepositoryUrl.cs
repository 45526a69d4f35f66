namespace Aot.Handlers.GitLabRunner;

/// <summary>What a build may clone.</summary>
internal static class RepositoryUrl
{
    /// <summary>The reason why a repository is refused, or null.</summary>
    /// <remarks>git has transports that run commands (<c>ext::</c>), so only schemes that fetch are let through.</remarks>
    public static string? Problem(string url)
        => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("https" or "http" or "file")
            ? null
            : $"The repository \"{url}\" cannot be cloned: use an https, http or file URL.";
}
