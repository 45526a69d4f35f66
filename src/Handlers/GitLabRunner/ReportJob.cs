using Aot.Runtime;

namespace Aot.Handlers.GitLabRunner;

/// <summary>Tells operators where a job went.</summary>
public class ReportJob
{
    /// <summary>Writes one line to the function's log, where dashboards and metric filters find it.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="status"><c>running</c>, <c>success</c> or <c>failed</c>.</param>
    /// <param name="detail">The runner: a request id or an instance id.</param>
    /// <param name="context">The invocation.</param>
    [LambdaFunction(Timeout = 30)]
    public virtual Task ReportAsync(long jobId, string status, string detail, LambdaContext? context = null)
    {
        context?.Log.Information($"job {jobId} {status} on {detail}");
        return Task.CompletedTask;
    }
}
