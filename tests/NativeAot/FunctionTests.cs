using System.Diagnostics;
using System.Text.Json;
using Aot.Runtime.Tests.RuntimeApi;

namespace Aot.NativeAot.Tests;

[Collection(PublishedCollection.Name)]
public sealed class FunctionTests(PublishedBinaries binaries)
{
    [Theory]
    [InlineData("Echo", "Echo", """{ "as": "it is" }""", """{ "as": "it is" }""")]
    [InlineData("Order", "ProcessOrder",
        """{"orderId":"1","status":"new","createdAt":"2026-11-23T10:15:30+01:00","customer":{"id":7,"name":"Ada","email":"a@b","vip":true},"total":0,"items":[{"sku":"s","name":"n","quantity":3,"price":1.1,"tags":["t"]}]}""",
        """{"orderId":"1","status":"processed","createdAt":"2026-11-23T10:15:30+01:00","customer":{"id":7,"name":"Ada","email":"a@b","vip":true},"total":3.3,"items":[{"sku":"s","name":"n","quantity":3,"price":1.1,"tags":["t"]}]}""")]
    [InlineData("Bootstrap", "ProcessJob",
        """{"id":"m-1","body":"{\"lines\":[{\"quantity\":2,\"unitPriceCents\":150}]}"}""",
        """{"id":"m-1","lines":1,"totalCents":300}""")]
    [InlineData("Bootstrap", "WebhookAuthorizer", """{"identitySource":["right"]}""", """{"isAuthorized":true,"context":null}""")]
    public async Task A_handler_answers(string binary, string handler, string json, string result)
    {
        var run = await RunAsync(binary, handler, ScriptedApi.Event(json), ScriptedApi.Event(json));

        Assert.All(run.Posts, post => Assert.Equal(("/2018-06-01/runtime/invocation/req-1/response", result), (post.Path, post.Body)));
        Assert.Equal(2, run.Posts.Count);
    }

    [Fact]
    public async Task A_handlers_exception_is_reported_under_its_simple_name_and_the_next_event_is_served()
    {
        var run = await RunAsync("Bootstrap", "ProcessJob", ScriptedApi.Event("""{"id":"m-1","body":"nonsense"}"""), ScriptedApi.Event("""{"id":"m-2","body":"{\"lines\":[]}"}"""));

        Assert.EndsWith("/error", run.Posts[0].Path, StringComparison.Ordinal);
        Assert.Equal("JobRejectedException", JsonDocument.Parse(run.Posts[0].Body).RootElement.GetProperty("errorType").GetString());
        Assert.EndsWith("/response", run.Posts[1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_does_not_fit_is_a_JsonException()
    {
        var run = await RunAsync("Bootstrap", "ProcessJob", ScriptedApi.Event("""{"id":7}"""));

        Assert.Equal("JsonException", JsonDocument.Parse(run.Posts[0].Body).RootElement.GetProperty("errorType").GetString());
        Assert.Contains("at $.id", run.Posts[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_handler_is_an_init_error_and_the_process_says_so_and_fails()
    {
        var run = await RunAsync("Bootstrap", "Nobody");

        Assert.Equal("/2018-06-01/runtime/init/error", Assert.Single(run.Posts).Path);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("There is no handler \"Nobody\"", run.StandardError, StringComparison.Ordinal);
        Assert.Contains("ProcessJob", run.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_handler_of_an_image_function_is_its_command()
    {
        await using var api = new ScriptedApi([ScriptedApi.Event("""{"identitySource":["right"]}""")]);

        await StartAsync("Bootstrap", new() { ["AWS_LAMBDA_RUNTIME_API"] = api.Address, ["GITLAB_WEBHOOK_TOKEN"] = "right" }, "WebhookAuthorizer");

        Assert.Contains(api.Requests, request => request.Body == """{"isAuthorized":true,"context":null}""");
    }

    [Fact]
    public async Task A_handler_that_cannot_be_made_is_an_init_error()
    {
        var run = await RunAsync("Bootstrap", "ForwardTelemetry");

        Assert.Equal("Runtime.InvalidOperationException", Assert.Single(run.Posts).Headers["Lambda-Runtime-Function-Error-Type"]);
        Assert.Contains("TELEMETRY_BUS", run.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_of_Lambda_the_process_says_what_is_missing()
    {
        var (exitCode, error) = await StartAsync("Echo", new() { ["_HANDLER"] = "Echo" });

        Assert.Equal(1, exitCode);
        Assert.StartsWith("bootstrap: AWS_LAMBDA_RUNTIME_API is not set.", error, StringComparison.Ordinal);
    }

    private async Task<(IReadOnlyList<ReceivedRequest> Posts, int ExitCode, string StandardError)> RunAsync(string binary, string handler, params Answer[] events)
    {
        await using var api = new ScriptedApi(events);
        var (exitCode, error) = await StartAsync(binary, new()
        {
            ["AWS_LAMBDA_RUNTIME_API"] = api.Address,
            ["_HANDLER"] = handler,
            ["GITLAB_WEBHOOK_TOKEN"] = "right",
        });
        return ([.. api.Requests.Where(r => r.Method == "POST")], exitCode, error);
    }

    private async Task<(int ExitCode, string StandardError)> StartAsync(string binary, Dictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo(binaries.Executable(binary), arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment.Clear();
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }
}
