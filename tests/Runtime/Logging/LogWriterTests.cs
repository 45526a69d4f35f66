using System.Text.Json;
using Aot.Runtime.Logging;
using Aot.Runtime.Tests.RuntimeApi;

namespace Aot.Runtime.Tests.Logging;

public sealed class LogWriterTests
{
    [Fact]
    public async Task A_text_line_has_time_request_level_and_message()
    {
        var line = Assert.Single(await LogAsync(log => log.Warning("hot"), []));

        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\treq-1\twarn\thot\n$", line);
    }

    [Fact]
    public async Task A_message_of_several_lines_stays_one_log_event()
        => Assert.EndsWith("\tinfo\ta\rb\n", Assert.Single(await LogAsync(log => log.Information("a\nb"), [])), StringComparison.Ordinal);

    [Fact]
    public async Task A_json_line_has_level_ids_and_message()
    {
        var line = Assert.Single(await LogAsync(log => log.Error("x \"y\" \u0001é", new FormatException("why")), new() { ["AWS_LAMBDA_LOG_FORMAT"] = "JSON" }));

        var json = JsonDocument.Parse(line).RootElement;
        Assert.Equal("ERROR", json.GetProperty("level").GetString());
        Assert.Equal("req-1", json.GetProperty("requestId").GetString());
        Assert.Equal("Root=1-2", json.GetProperty("traceId").GetString());
        Assert.Equal("x \"y\" \u0001é", json.GetProperty("message").GetString());
        Assert.Equal("FormatException", json.GetProperty("errorType").GetString());
    }

    [Theory]
    [InlineData("DEBUG", 3)]
    [InlineData("INFO", 2)]
    [InlineData("WARN", 1)]
    [InlineData("ERROR", 0)]
    [InlineData("other", 2)]
    public async Task Lines_below_the_level_are_left_out(string level, int written)
    {
        var lines = await LogAsync(
            log =>
            {
                log.Debug("d");
                log.Information("i");
                log.Warning("w");
            },
            new() { ["AWS_LAMBDA_LOG_LEVEL"] = level });

        Assert.Equal(written, lines.Count);
    }

    [Fact]
    public async Task A_failed_handler_is_logged()
    {
        var run = await RuntimeRun.OfAsync(_ => throw new OrderRejectedException("no lines"), ScriptedApi.Event("1"));

        Assert.Contains("OrderRejectedException: no lines", Assert.Single(run.Log), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> LogAsync(Action<LambdaLog> write, Dictionary<string, string> variables)
    {
        var run = await RuntimeRun.StartAsync(
            (_, _) => new Invoker(write), [ScriptedApi.Event("1", headers: "Lambda-Runtime-Trace-Id: Root=1-2\r\n")], variables: variables);
        return run.Log;
    }

    private sealed class Invoker(Action<LambdaLog> write) : HandlerInvoker
    {
        public override void Invoke(Invocation invocation) => write(invocation.Context.Log);
    }
}
