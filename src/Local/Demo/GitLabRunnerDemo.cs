using System.Net;
using System.Net.Http.Headers;
using Amazon.EC2.Model;
using Aot.Local.Json;

namespace Aot.Local.Demo;

/// <summary>The GitLab runners: a light job is built in Lambda, a heavy one gets an EC2 instance, and the end of a job ends its instance.</summary>
internal static class GitLabRunnerDemo
{
    private const long LightJob = 4711, HeavyJob = 4712;

    public static async Task RunAsync(DemoRun run, string token)
    {
        using var project = await NodeProject.CreateAsync(run.Stop);
        run.Report.Step($"a Node.js project committed at {project.Url}, commit {project.Sha[..8]}");

        await RefuseAsync(run, project, token: null, "without a token");
        await RefuseAsync(run, project, token: "not-the-token-at-all", "with a wrong token");
        var before = await run.ExecutionsAsync("RunnerDispatch");
        run.Report.Check(before.Count == 0, "the refused webhooks started nothing", $"{before.Count} executions of RunnerDispatch");

        await BuildAsync(run, project, token);
        await LaunchAndTerminateAsync(run, project, token);
    }

    private static async Task RefuseAsync(DemoRun run, NodeProject project, string? token, string how)
    {
        var (status, body) = await PostAsync(run, JobHook.Of(LightJob, "pages", "build", "pending", project.Url, project.Sha, run.Time.GetUtcNow()), token);
        run.Report.Check(
            status == HttpStatusCode.Unauthorized, $"a webhook {how} is refused: {(int)status} {body}", $"it was answered {(int)status} {body}");
    }

    private static async Task BuildAsync(DemoRun run, NodeProject project, string token)
    {
        await AcceptAsync(run, JobHook.Of(LightJob, "pages", "build", "pending", project.Url, project.Sha, run.Time.GetUtcNow()), token, "pending, a light job");
        var dispatched = await ResultAsync(run, "RunnerDispatch", executions: 1);
        run.Report.Detail(DemoRun.Text(dispatched, "log"));
        run.Report.Check(
            DemoRun.Text(dispatched, "kind") == "Lambda" && DemoRun.Text(dispatched, "exitCode") == "0" && DemoRun.Text(dispatched, "log").Contains(NodeProject.Marker, StringComparison.Ordinal),
            "the job was cloned and built in Lambda, exit code 0, log tail in the result", dispatched.ToJson());
    }

    private static async Task LaunchAndTerminateAsync(DemoRun run, NodeProject project, string token)
    {
        await AcceptAsync(run, JobHook.Of(HeavyJob, "docker", "image", "pending", project.Url, project.Sha, run.Time.GetUtcNow()), token, "pending, a heavy job");
        var dispatched = await ResultAsync(run, "RunnerDispatch", executions: 2);
        var instances = await InstancesAsync(run);
        run.Report.Check(
            DemoRun.Text(dispatched, "kind") == "Ec2" && instances is [{ State.Name.Value: "pending" or "running" } only] && only.InstanceId == DemoRun.Text(dispatched, "runner"),
            $"an EC2 instance was launched for it: {DemoRun.Text(dispatched, "runner")}", $"{dispatched.ToJson()}, {instances.Count} instances");

        await AcceptAsync(run, JobHook.Of(HeavyJob, "docker", "image", "success", project.Url, project.Sha, run.Time.GetUtcNow()), token, "success, the heavy job");
        var finished = await ResultAsync(run, "RunnerFinished", executions: 1);
        var ended = await InstancesAsync(run);
        run.Report.Check(
            DemoRun.Text(finished, "terminated") == "1" && ended.All(instance => instance.State.Name.Value is "shutting-down" or "terminated"),
            "the end of the job terminated the instance", $"{finished.ToJson()}, {string.Join(", ", ended.Select(instance => $"{instance.InstanceId} {instance.State.Name}"))}");
    }

    private static async Task AcceptAsync(DemoRun run, ObjectValue hook, string token, string what)
    {
        var (status, body) = await PostAsync(run, hook, token);
        run.Report.Check(
            status == HttpStatusCode.OK && Value.Parse(body) is ObjectValue answer && DemoRun.Text(answer, "FailedEntryCount") == "0",
            $"GitLab's Job Hook ({what}) reached EventBridge", $"it was answered {(int)status} {body}");
    }

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(DemoRun run, ObjectValue hook, string? token)
    {
        var content = new ByteArrayContent(hook.ToUtf8Json()) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhook/gitlab") { Content = content };
        request.Headers.UserAgent.ParseAdd("GitLab/18.5.0");
        request.Headers.Add("X-Gitlab-Event", "Job Hook");
        request.Headers.Add("X-Gitlab-Event-UUID", Guid.NewGuid().ToString());
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        if (token is not null) request.Headers.Add("X-Gitlab-Token", token);
        using var response = await run.Clients.Http.SendAsync(request, run.Stop);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(run.Stop));
    }

    /// <summary>The output of a machine's newest execution, once there are that many and it has ended.</summary>
    private static async Task<ObjectValue> ResultAsync(DemoRun run, string machine, int executions)
    {
        var list = await run.UntilAsync(() => run.ExecutionsAsync(machine), list => list.Count >= executions);
        if (list.Count != executions) throw new DemoException($"{machine} should have {executions} executions and has {list.Count}.");
        var ended = await run.EndOfAsync(DemoRun.Text(list[0], "executionArn"));
        run.Report.Step($"{machine} {DemoRun.Text(ended, "status")}, execution {DemoRun.Text(ended, "name")}");
        return DemoRun.Text(ended, "status") == "SUCCEEDED"
            ? (ObjectValue)Value.Parse(DemoRun.Text(ended, "output"))
            : throw new DemoException($"{machine} ended {DemoRun.Text(ended, "status")}: {DemoRun.Text(ended, "error")} {DemoRun.Text(ended, "cause")}");
    }

    private static async Task<IReadOnlyList<Instance>> InstancesAsync(DemoRun run)
    {
        var answer = await run.Clients.Ec2.DescribeInstancesAsync(new DescribeInstancesRequest { Filters = [new Filter("tag:aot:job", [HeavyJob.ToString()])] }, run.Stop);
        return [.. (answer.Reservations ?? []).SelectMany(reservation => reservation.Instances)];
    }
}
