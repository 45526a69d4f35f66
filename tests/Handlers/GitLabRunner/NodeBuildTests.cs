using System.Diagnostics;
using Aot.Handlers.GitLabRunner;

namespace Aot.Handlers.Tests.GitLabRunner;

public sealed class NodeBuildTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("node-build-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [NodeFact]
    public async Task A_project_is_cloned_installed_and_built()
    {
        var job = Repository("""console.log('built ' + 6 * 7)""");

        var result = await new NodeBuild().RunInLambdaAsync(job);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("built 42", result.Log);
    }

    [NodeFact]
    public async Task The_exit_code_of_a_failing_step_and_its_output_are_the_result()
    {
        var job = Repository("""console.error('no such module'); process.exit(3)""");

        var result = await new NodeBuild().RunInLambdaAsync(job);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("no such module", result.Log);
    }

    [NodeFact]
    public async Task A_missing_repository_is_a_failed_build()
    {
        var result = await new NodeBuild().RunInLambdaAsync(Job($"file://{_folder}/nothing-here", "0123456789"));

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("nothing-here", result.Log);
    }

    [NodeFact]
    public async Task The_deadline_stops_the_build()
    {
        using var deadline = new CancellationTokenSource();
        var job = Repository("""setInterval(() => {}, 1000)""");
        var build = new NodeBuild().RunInLambdaAsync(job, deadline: deadline.Token);

        deadline.CancelAfter(TimeSpan.FromSeconds(1));
        var result = await build;

        Assert.Equal(124, result.ExitCode);
        Assert.Contains("time is up", result.Log);
    }

    [Theory]
    [InlineData("ext::sh -c touch% /tmp/x")]
    [InlineData("--upload-pack=touch /tmp/x")]
    [InlineData("ssh://host/project.git")]
    public async Task A_transport_that_could_run_commands_is_refused(string repository)
    {
        var result = await new NodeBuild().RunInLambdaAsync(Job(repository, "0123456789"));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("cannot be cloned", result.Log);
    }

    [Theory]
    [InlineData("--orphan")]
    [InlineData("main; touch x")]
    public async Task A_commit_that_is_no_commit_id_is_refused(string sha)
    {
        var result = await new NodeBuild().RunInLambdaAsync(Job($"file://{_folder}", sha));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("no commit id", result.Log);
    }

    private static CiJob Job(string repository, string sha) => new(7, "build", "group/project", repository, "main", sha, ["build"]);

    private CiJob Repository(string script)
    {
        File.WriteAllText(Path.Combine(_folder, "build.js"), script);
        File.WriteAllText(Path.Combine(_folder, "package.json"), """{"name":"sample","version":"1.0.0","scripts":{"build":"node build.js"}}""");
        File.WriteAllText(Path.Combine(_folder, "package-lock.json"), """{"name":"sample","version":"1.0.0","lockfileVersion":3,"packages":{"":{"name":"sample","version":"1.0.0"}}}""");
        Git("init", "--quiet", "--initial-branch=main");
        Git("add", ".");
        Git("-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "--quiet", "--message=sample");
        return Job($"file://{_folder}", Git("rev-parse", "HEAD").Trim());
    }

    private string Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output;
    }
}
