using Aot.Runtime.Logging;

namespace Aot.Runtime.Tests.RuntimeApi;

public sealed class BrokenHostTests
{
    private static readonly Action<Invocation> Echo = invocation => invocation.Respond(invocation.Event);

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: r\r\nContent-Length: 100\r\n\r\nhalf", "broke inside a body of 100 bytes after 4")]
    [InlineData("HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Req", "broke inside headers")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", "broke inside a chunk of the body")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab", "whose size is not a hexadecimal number")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n", "longer than its size says")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n", "only chunked is known")]
    [InlineData("HTTP/1.1 200 OK\r\nno colon here\r\nContent-Length: 0\r\n\r\n", "which has no name")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "which is not one number")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", "which is not one number")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n", "which is not one number")]
    [InlineData("HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: r\r\nContent-Length: 999999999\r\n\r\n", "events have at most 6 MB")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", "without a Lambda-Runtime-Aws-Request-Id")]
    [InlineData("HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: a b\r\nContent-Length: 2\r\n\r\n{}", "without a Lambda-Runtime-Aws-Request-Id")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n\r\n", "which is not HTTP/1")]
    [InlineData("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", "answered 403 when asked for the next event")]
    public async Task A_host_that_does_not_speak_the_api_ends_the_process_with_the_reason(string answer, string reason)
    {
        var run = await RuntimeRun.OfAsync(Echo, ScriptedApi.Raw(answer, closesAfter: true));

        Assert.Contains(reason, run.Ending, StringComparison.Ordinal);
        Assert.Empty(run.Posts);
    }

    [Fact]
    public async Task A_chunked_event_arrives_whole()
    {
        var run = await RuntimeRun.OfAsync(Echo, ScriptedApi.Raw(
            "HTTP/1.1 200 OK\r\nlambda-runtime-aws-request-id: r\r\ntransfer-encoding: CHUNKED\r\n\r\n3;x=y\r\n\"ab\r\nA\r\ncdefghijk\"\r\n0\r\nTrailer: t\r\n\r\n"));

        Assert.Equal("\"abcdefghijk\"", run.Posts[0].Body);
    }

    [Fact]
    public async Task An_event_without_a_length_goes_to_the_end_of_the_connection()
    {
        var run = await RuntimeRun.OfAsync(
            Echo,
            ScriptedApi.Raw("HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: r\r\n\r\n[1,2]", closesAfter: true),
            ScriptedApi.Event("2"));

        Assert.Equal(["[1,2]", "2"], run.Posts.Select(p => p.Body));
    }

    [Fact]
    public async Task A_connection_the_host_closes_between_answers_is_opened_anew()
    {
        var closing = ScriptedApi.Event("1");

        var run = await RuntimeRun.OfAsync(Echo, closing with { ClosesAfter = true }, ScriptedApi.Event("2"));

        Assert.Equal(["1", "2"], run.Posts.Select(p => p.Body));
        Assert.Equal(2, run.Connections);
    }

    [Fact]
    public async Task An_announcement_before_the_answer_is_passed_over()
    {
        var answer = ScriptedApi.Event("1");

        var run = await RuntimeRun.OfAsync(Echo, new Answer([.. "HTTP/1.1 100 Continue\r\n\r\n"u8, .. answer.Bytes]));

        Assert.Equal("1", run.Posts[0].Body);
    }

    [Fact]
    public async Task Without_a_host_the_process_ends_with_its_address()
    {
        var environment = new LambdaEnvironment(name => name == "AWS_LAMBDA_RUNTIME_API" ? "127.0.0.1:1" : null);

        var ending = await Task.Run(() => LambdaRuntime.Run((_, _) => new Nothing(), "", environment, TimeProvider.System, LogOutput.StandardOutput, null));

        Assert.StartsWith("Nothing answers at the runtime API's address 127.0.0.1:1", ending, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "AWS_LAMBDA_RUNTIME_API is not set")]
    [InlineData("", "AWS_LAMBDA_RUNTIME_API is not set")]
    [InlineData("host:port", "which is not host:port")]
    [InlineData(":80", "which is not host:port")]
    [InlineData("host:0", "which is not host:port")]
    public void An_address_that_is_none_is_named(string? address, string reason)
    {
        var environment = new LambdaEnvironment(name => name == "AWS_LAMBDA_RUNTIME_API" ? address : null);

        var ending = LambdaRuntime.Run((_, _) => new Nothing(), "", environment, TimeProvider.System, LogOutput.StandardOutput, null);

        Assert.Contains(reason, ending, StringComparison.Ordinal);
    }

    private sealed class Nothing : HandlerInvoker
    {
        public override void Invoke(Invocation invocation)
        {
        }
    }
}
