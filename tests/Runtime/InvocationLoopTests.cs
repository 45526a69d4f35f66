using System.Text;
using System.Text.Json;
using Aot.Runtime.Tests.RuntimeApi;

namespace Aot.Runtime.Tests;

public sealed class InvocationLoopTests
{
    private static readonly Action<Invocation> Echo = invocation => invocation.Respond(invocation.Event);

    [Fact]
    public async Task The_result_goes_to_the_path_of_its_request()
    {
        var run = await RuntimeRun.OfAsync(Echo, ScriptedApi.Event("""{"a":1}""", "first"), ScriptedApi.Event("[2]", "second"));

        Assert.Equal(
            [("/2018-06-01/runtime/invocation/first/response", """{"a":1}"""), ("/2018-06-01/runtime/invocation/second/response", "[2]")],
            run.Posts.Select(p => (p.Path, p.Body)));
    }

    [Fact]
    public async Task One_connection_serves_all_invocations()
    {
        var run = await RuntimeRun.OfAsync(Echo, ScriptedApi.Event("1"), ScriptedApi.Event("2"), ScriptedApi.Event("3"));

        // The last request for an event finds the host gone; what follows is the attempt to reach it again.
        Assert.Equal(1, run.Connections);
        Assert.Equal(3, run.Posts.Count);
    }

    [Fact]
    public async Task A_handler_without_a_result_answers_null()
        => Assert.Equal("null", (await RuntimeRun.OfAsync(_ => { }, ScriptedApi.Event("{}"))).Posts[0].Body);

    [Fact]
    public async Task What_the_writer_wrote_is_the_result()
    {
        var run = await RuntimeRun.OfAsync(
            invocation =>
            {
                invocation.Writer.WriteStartObject();
                invocation.Writer.WriteString("städte"u8, "Zürich");
                invocation.Writer.WriteEndObject();
            },
            ScriptedApi.Event("{}"),
            ScriptedApi.Event("{}"));

        Assert.All(run.Posts, post => Assert.Equal("""{"städte":"Zürich"}""", post.Body));
        Assert.Equal(2, run.Posts.Count);
    }

    [Fact]
    public async Task An_event_of_one_mebibyte_arrives_whole()
    {
        var text = "\"" + string.Create(1024 * 1024, 0, (span, _) => span.Fill('x')) + "\"";

        var run = await RuntimeRun.OfAsync(Echo, ScriptedApi.Event(text), ScriptedApi.Event("1"));

        Assert.Equal([text, "1"], run.Posts.Select(p => p.Body));
    }

    [Fact]
    public async Task A_handler_that_throws_is_reported_and_the_next_event_is_served()
    {
        var calls = 0;
        var run = await RuntimeRun.OfAsync(
            invocation =>
            {
                if (calls++ == 0)
                    throw new OrderRejectedException("no lines \"at all\"");
                Echo(invocation);
            },
            ScriptedApi.Event("1", "bad"),
            ScriptedApi.Event("2", "good"));

        Assert.Equal("/2018-06-01/runtime/invocation/bad/error", run.Posts[0].Path);
        var error = JsonDocument.Parse(run.Posts[0].Body).RootElement;
        Assert.Equal("OrderRejectedException", error.GetProperty("errorType").GetString());
        Assert.Equal("no lines \"at all\"", error.GetProperty("errorMessage").GetString());
        Assert.Equal(JsonValueKind.Array, error.GetProperty("stackTrace").ValueKind);
        Assert.Equal("Function.OrderRejectedException", run.Posts[0].Headers["Lambda-Runtime-Function-Error-Type"]);
        Assert.Equal(("/2018-06-01/runtime/invocation/good/response", "2"), (run.Posts[1].Path, run.Posts[1].Body));
    }

    [Fact]
    public async Task An_inner_exception_is_the_cause()
    {
        var run = await RuntimeRun.OfAsync(_ => throw new OrderRejectedException("outer", new FormatException("inner")), ScriptedApi.Event("1"));

        var cause = JsonDocument.Parse(run.Posts[0].Body).RootElement.GetProperty("cause");
        Assert.Equal(("FormatException", "inner"), (cause.GetProperty("errorType").GetString(), cause.GetProperty("errorMessage").GetString()));
    }

    [Fact]
    public async Task A_generic_exception_is_named_without_its_type_parameters()
    {
        var run = await RuntimeRun.OfAsync(_ => throw new RejectedException<int>("x"), ScriptedApi.Event("1"));

        Assert.Equal("RejectedException", JsonDocument.Parse(run.Posts[0].Body).RootElement.GetProperty("errorType").GetString());
    }

    [Fact]
    public async Task What_was_written_before_the_handler_threw_is_not_sent()
    {
        var calls = 0;
        var run = await RuntimeRun.OfAsync(
            invocation =>
            {
                invocation.Writer.WriteStringValue("half");
                if (calls++ == 0)
                    throw new OrderRejectedException("late");
            },
            ScriptedApi.Event("1"),
            ScriptedApi.Event("2"));

        Assert.Equal("\"half\"", run.Posts[1].Body);
    }

    [Fact]
    public async Task A_result_over_six_megabytes_is_the_services_own_error()
    {
        var run = await RuntimeRun.OfAsync(invocation => invocation.Respond(new byte[6 * 1024 * 1024 + 101]), ScriptedApi.Event("1"), ScriptedApi.Event("2"));

        Assert.All(run.Posts, post =>
        {
            Assert.EndsWith("/error", post.Path, StringComparison.Ordinal);
            Assert.Equal("Function.ResponseSizeTooLarge", JsonDocument.Parse(post.Body).RootElement.GetProperty("errorType").GetString());
        });
        Assert.Equal(2, run.Posts.Count);
    }

    [Fact]
    public async Task A_result_the_service_finds_too_large_is_reported()
    {
        var run = await RuntimeRun.StartAsync((_, _) => new Responder("1"), [ScriptedApi.Event("1")], [ScriptedApi.Status(413, "too large")]);

        Assert.EndsWith("/error", run.Posts[1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_that_comes_too_late_is_logged_and_the_next_event_is_served()
    {
        var run = await RuntimeRun.StartAsync(
            (_, _) => new Responder("1"), [ScriptedApi.Event("1"), ScriptedApi.Event("2")], [ScriptedApi.Status(400, "InvalidRequestID")]);

        Assert.Equal(2, run.Posts.Count);
        Assert.Contains(run.Log, line => line.Contains("400", StringComparison.Ordinal) && line.Contains("InvalidRequestID", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_broken_service_ends_the_process()
    {
        var run = await RuntimeRun.StartAsync((_, _) => new Responder("1"), [ScriptedApi.Event("1"), ScriptedApi.Event("2")], [ScriptedApi.Status(500)]);

        Assert.Single(run.Posts);
        Assert.Equal("The runtime API answered 500 to a response.", run.Ending);
    }

    private sealed class Responder(string json) : HandlerInvoker
    {
        public override void Invoke(Invocation invocation) => invocation.Respond(Encoding.UTF8.GetBytes(json));
    }
}

public sealed class OrderRejectedException(string message, Exception? inner = null) : Exception(message, inner);

public sealed class RejectedException<T>(string message) : Exception(message);
