using Aot.Runtime;

namespace Aot.Handlers.GitLabRunner;

/// <summary>Builds a Node.js project inside the Lambda function: git clone, <c>npm ci</c>, <c>npm run build</c>.</summary>
public class NodeBuild
{
    /// <summary>Runs the steps one after the other until one fails.</summary>
    /// <remarks>Everything but the temporary folder is read-only in Lambda, so git's and npm's own files go there too.</remarks>
    [LambdaFunction(MemorySize = 2048, Timeout = 900, PackageType = LambdaPackageType.Image, Dockerfile = "images/node-build/Dockerfile")]
    public virtual async Task<BuildResult> RunInLambdaAsync(CiJob job, LambdaContext? context = null, CancellationToken deadline = default)
    {
        var workspace = Directory.CreateTempSubdirectory($"build-{job.Id}-").FullName;
        var log = new LogTail(8 * 1024);
        try
        {
            var exitCode = BuildSource.Problem(job) is { } problem
                ? Refuse(log, problem)
                : await RunStepsAsync(job, workspace, log, deadline);
            return new BuildResult(context?.RequestId ?? "", exitCode, log.ToString());
        }
        finally
        {
            Directory.Delete(workspace, recursive: true);
        }
    }

    private static async Task<int> RunStepsAsync(CiJob job, string workspace, LogTail log, CancellationToken deadline)
    {
        var source = Path.Combine(workspace, "source");
        (string Folder, string Program, string[] Arguments)[] steps =
        [
            (workspace, "git", ["clone", "--quiet", "--", job.Repository, source]),
            (source, "git", ["-c", "advice.detachedHead=false", "checkout", "--quiet", job.Sha]),
            (source, "npm", ["ci", "--no-audit", "--no-fund"]),
            (source, "npm", ["run", "build"]),
        ];
        foreach (var (folder, program, arguments) in steps)
        {
            log.AppendLine($"$ {program} {string.Join(' ', arguments)}");
            var exitCode = await BuildStep.RunAsync(program, arguments, folder, home: workspace, log, deadline);
            if (exitCode != 0)
                return exitCode;
        }

        return 0;
    }

    private static int Refuse(LogTail log, string problem)
    {
        log.AppendLine(problem);
        return 1;
    }
}
