using System.Text.Json;
using Aot.Runtime.Tests.RuntimeApi;

namespace Aot.Runtime.Tests.Dispatch;

public sealed class DispatchTests
{
    [Theory]
    [InlineData("Join", """["a","b"]""", "\"a b\"")]
    [InlineData("Raw", """{ "as": "it is" }""", """{ "as": "it is" }""")]
    [InlineData("Describe", """{"status":"done","extra":[{}],"jobId":7}""", "\"7 done req-1\"")]
    [InlineData("Describe", "{}", "\"0  req-1\"")]
    [InlineData("Nothing", "not even JSON", "null")]
    [InlineData("Completed", "1", "null")]
    [InlineData("DoubleLater", "21", "42")]
    [InlineData("DoubleNow", "21", "42")]
    [InlineData("Configured", "\"COLOR\"", "\"red\"")]
    public async Task A_function_is_called_with_its_event_and_answers_with_its_result(string handler, string json, string result)
    {
        var post = await InvokeAsync(handler, json);

        Assert.Equal(("/2018-06-01/runtime/invocation/req-1/response", result), (post.Path, post.Body));
    }

    [Fact]
    public async Task A_task_that_fails_is_an_error()
    {
        var post = await InvokeAsync("FailLater", "{}");

        Assert.Equal("OrderRejectedException", JsonDocument.Parse(post.Body).RootElement.GetProperty("errorType").GetString());
    }

    [Theory]
    [InlineData("EchoCollections", """{"points":[{"x":1,"y":2},{"x":"one"}]}""", "$.points[1].x", "a number")]
    [InlineData("EchoEverything", """{"number":3000000000}""", "$.number", "an integer of 32 bits")]
    [InlineData("EchoEverything", """{"doneness":"burnt"}""", "$.doneness", "one of Rare, Medium, well-done")]
    [InlineData("EchoEverything", """{"flag":null}""", "$.flag", "true or false")]
    [InlineData("EchoEverything", """{"day":"2026-02-30"}""", "$.day", "a date as yyyy-MM-dd")]
    [InlineData("EchoTree", """{"left":{"right":[]}}""", "$.left.right", "an object")]
    [InlineData("EchoTree", """{"left":{"name":"a","right":""", "$.left.right", "")]
    [InlineData("EchoSettable", """{"count":1}""", "$", "\"key\" is missing")]
    [InlineData("Describe", "[]", "$", "an object")]
    [InlineData("Describe", """{"jobId":1} x""", "$", "")]
    [InlineData("Join", "", "$", "")]
    public async Task An_event_that_does_not_fit_is_a_JsonException_that_says_where(string handler, string json, string path, string reason)
    {
        var post = await InvokeAsync(handler, json);

        var error = JsonDocument.Parse(post.Body).RootElement;
        var message = error.GetProperty("errorMessage").GetString();
        Assert.Equal("JsonException", error.GetProperty("errorType").GetString());
        Assert.StartsWith($"The event does not fit its type at {path} (byte ", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }

    private static async Task<ReceivedRequest> InvokeAsync(string handler, string json)
    {
        var run = await RuntimeRun.StartAsync(
            Aot.Bootstrap.Dispatch.Select,
            [ScriptedApi.Event(json)],
            variables: new Dictionary<string, string> { ["_HANDLER"] = handler, ["COLOR"] = "red" });
        return run.Posts[0];
    }
}
