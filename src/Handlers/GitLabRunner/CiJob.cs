namespace Aot.Handlers.GitLabRunner;

/// <summary>A pending job of a GitLab pipeline, cut out of a Job Hook.</summary>
/// <param name="Id">The job's id (<c>build_id</c>).</param>
/// <param name="Name">The job's name.</param>
/// <param name="Project">Full name of the project.</param>
/// <param name="Repository">URL that git can clone.</param>
/// <param name="Ref">Branch or tag.</param>
/// <param name="Sha">The commit to build.</param>
/// <param name="Tags">What the runner is chosen by. A Job Hook carries no job tags, so these are the job's stage and name.</param>
/// <param name="TimeoutMinutes">How long the job may take, where known.</param>
/// <param name="MemoryMb">How much memory it wants, in MiB, where known.</param>
public sealed record CiJob(
    long Id,
    string Name,
    string Project,
    string Repository,
    string Ref,
    string Sha,
    string[] Tags,
    int? TimeoutMinutes = null,
    int? MemoryMb = null);

/// <summary>How a build in Lambda ended.</summary>
/// <param name="RequestId">The Lambda request that ran it.</param>
/// <param name="ExitCode">Exit code of the first step that failed, or 0.</param>
/// <param name="Log">The last 8 KiB of the steps' output.</param>
public sealed record BuildResult(string RequestId, int ExitCode, string Log);
