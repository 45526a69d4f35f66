namespace Aot.Handlers.GitLabRunner;

/// <summary>What a build may fetch. Both values come from outside and end up on git's command line.</summary>
internal static class BuildSource
{
    /// <summary>The reason why a job's source is refused, or null.</summary>
    /// <remarks>git has transports that run commands (<c>ext::</c>), so only schemes that fetch are let through.</remarks>
    public static string? Problem(CiJob job)
    {
        if (!Uri.TryCreate(job.Repository, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http" or "file"))
            return $"The repository \"{job.Repository}\" cannot be cloned: use an https, http or file URL.";
        if (job.Sha.Length is < 7 or > 64 || !job.Sha.All(char.IsAsciiHexDigit))
            return $"The commit \"{job.Sha}\" cannot be checked out: it is no commit id.";
        return null;
    }
}
