using System.Text.Json;
using Aot.Aws.EventBridge;

namespace Aot.Aws.Tests.EventBridge;

public sealed class PutEventsTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);
    private readonly List<TimeSpan> _pauses = [];

    [Fact]
    public async Task Events_are_sent_signed_in_the_services_own_form()
    {
        await using var service = new ScriptedService(AcceptAll);
        using var client = Client(service);

        var result = await client.PutEventsAsync(
            [new("me", "Hot \"grill\"", """{"c":95}""", "bus", DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_500), ["arn:x"])], Timeout);

        var call = Assert.Single(service.Calls);
        Assert.Equal("POST / HTTP/1.1", call.RequestLine);
        Assert.Equal("AWSEvents.PutEvents", call.Headers["x-amz-target"]);
        Assert.Equal("token", call.Headers["x-amz-security-token"]);
        Assert.Equal($"127.0.0.1:{service.Port}", call.Headers["host"]);
        Assert.Matches("^AWS4-HMAC-SHA256 Credential=AKID/[0-9]{8}/eu-central-1/events/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-security-token;x-amz-target, Signature=[0-9a-f]{64}$", call.Headers["authorization"]);
        Assert.Equal(
            """{"Entries":[{"Source":"me","DetailType":"Hot \"grill\"","Detail":"{\"c\":95}","EventBusName":"bus","Time":1700000000.5,"Resources":["arn:x"]}]}""",
            call.Body);
        Assert.Equal([new PutEventsEntry("id", null, null)], result.Entries);
    }

    [Theory]
    [InlineData(0, new int[0])]
    [InlineData(10, new[] { 10 })]
    [InlineData(25, new[] { 10, 10, 5 })]
    public async Task Ten_events_go_into_a_call(int events, int[] sizes)
    {
        await using var service = new ScriptedService(AcceptAll);
        using var client = Client(service);

        var result = await client.PutEventsAsync([.. Enumerable.Range(0, events).Select(i => Event($"{i}"))], Timeout);

        Assert.Equal(sizes, service.Calls.Select(c => Sources(c).Count));
        Assert.Equal((events, 0), (result.Entries.Count, result.FailedCount));
        Assert.All(service.Calls, c => Assert.Equal(1, c.Connection));
    }

    [Fact]
    public async Task One_mebibyte_of_events_goes_into_a_call()
    {
        await using var service = new ScriptedService(AcceptAll);
        using var client = Client(service);
        var detail = "\"" + new string('x', 400 * 1024) + "\"";

        await client.PutEventsAsync([.. Enumerable.Range(0, 5).Select(i => Event($"{i}") with { Detail = detail })], Timeout);

        Assert.Equal([2, 2, 1], service.Calls.Select(c => Sources(c).Count));
    }

    [Fact]
    public async Task An_event_over_the_limit_fails_alone()
    {
        await using var service = new ScriptedService(AcceptAll);
        using var client = Client(service);

        var result = await client.PutEventsAsync([Event("a"), Event("b") with { Detail = new string('x', 1024 * 1024) }, Event("c")], Timeout);

        Assert.Equal([null, "EventTooLarge", null], result.Entries.Select(e => e.ErrorCode));
        Assert.Equal(["a", "c"], Sources(Assert.Single(service.Calls)));
    }

    [Fact]
    public async Task Of_a_call_that_partly_failed_only_the_throttled_events_are_sent_again()
    {
        var calls = 0;
        await using var service = new ScriptedService(_ => ScriptedService.Ok(calls++ == 0
            ? """{"FailedEntryCount":2,"Entries":[{"EventId":"1"},{"ErrorCode":"ThrottlingException","ErrorMessage":"slow"},{"ErrorCode":"MalformedDetail","ErrorMessage":"bad"}]}"""
            : """{"FailedEntryCount":0,"Entries":[{"EventId":"2"}]}"""));
        using var client = Client(service);

        var result = await client.PutEventsAsync([Event("a"), Event("b"), Event("c")], Timeout);

        Assert.Equal(["b"], Sources(service.Calls[1]));
        Assert.Equal(2, service.Calls.Count);
        Assert.Equal([new("1", null, null), new("2", null, null), new(null, "MalformedDetail", "bad")], result.Entries);
        Assert.Equal([TimeSpan.FromMilliseconds(50)], _pauses);
    }

    [Fact]
    public async Task A_throttled_call_is_made_again_after_growing_pauses_and_given_up()
    {
        await using var service = new ScriptedService(_ => ScriptedService.Error(400, """{"__type":"com.amazonaws#ThrottlingException","message":"slow down"}"""));
        using var client = Client(service);

        var result = await client.PutEventsAsync([Event("a")], Timeout);

        Assert.Equal(3, service.Calls.Count);
        Assert.Equal([TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(100)], _pauses);
        Assert.Equal(
            new PutEventsEntry(null, "ThrottlingException", "events PutEvents failed: ThrottlingException (400): slow down, request id-2"), Assert.Single(result.Entries));
    }

    [Fact]
    public async Task A_refused_call_is_not_made_again()
    {
        await using var service = new ScriptedService(_ => ScriptedService.Error(400, """{"__type":"AccessDeniedException","Message":"no"}"""));
        using var client = Client(service);

        var result = await client.PutEventsAsync([Event("a"), Event("b")], Timeout);

        Assert.Single(service.Calls);
        Assert.Equal(["AccessDeniedException", "AccessDeniedException"], result.Entries.Select(e => e.ErrorCode));
    }

    [Fact]
    public async Task A_connection_that_was_closed_meanwhile_is_opened_anew_without_a_pause()
    {
        await using var service = new ScriptedService(call => call is { Connection: 1, Body: var body } && body.Contains("second", StringComparison.Ordinal) ? null : AcceptAll(call));
        using var client = Client(service);

        await client.PutEventsAsync([Event("first")], Timeout);
        var result = await client.PutEventsAsync([Event("second")], Timeout);

        Assert.Equal((0, 0), (result.FailedCount, _pauses.Count));
        Assert.Equal([1, 1, 2], service.Calls.Select(c => c.Connection));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n{Connection: close", "closed the connection inside its answer")]
    [InlineData("SSH-2.0\r\n\r\nConnection: close", "does not begin as HTTP/1")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\nConnection: close", "not a hexadecimal number")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", "The answer is not what PutEvents gives: 0 entries for 1 events")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n{\"En:", "The answer is not what PutEvents gives")]
    public async Task An_answer_that_is_none_is_each_events_failure(string answer, string reason)
    {
        await using var service = new ScriptedService(_ => answer);
        using var client = Client(service);

        var result = await client.PutEventsAsync([Event("a")], Timeout);

        Assert.Contains(reason, Assert.Single(result.Entries).ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chunked_answer_is_read()
    {
        await using var service = new ScriptedService(_ =>
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{\"Entries\":[{\"Ev\r\n10\r\nentId\":\"chunk\"}]\r\n1\r\n}\r\n0\r\n\r\n");
        using var client = Client(service);

        var result = await client.PutEventsAsync([Event("a")], Timeout);

        Assert.Equal("chunk", Assert.Single(result.Entries).EventId);
    }

    [Fact]
    public async Task A_service_that_never_answers_fails_the_events_when_the_time_is_over()
    {
        using var never = new ManualResetEventSlim();
        await using var service = new ScriptedService(_ =>
        {
            never.Wait(TimeSpan.FromSeconds(20));
            return null;
        });
        using var client = Client(service);

        var result = await client.PutEventsAsync([Event("a")], TimeSpan.FromMilliseconds(100));
        never.Set();

        Assert.Equal("ConnectionError", Assert.Single(result.Entries).ErrorCode);
    }

    [Fact]
    public async Task Without_anybody_listening_the_events_fail_with_the_address()
    {
        using var client = new EventBridgeClient(
            new AwsConfiguration(name => name switch { "AWS_ENDPOINT_URL_EVENTBRIDGE" => "http://127.0.0.1:1", "AWS_CA_BUNDLE" => null, _ => "x" }), Retries());

        var result = await client.PutEventsAsync([Event("a")], Timeout);

        Assert.Contains("No connection to 127.0.0.1:1", Assert.Single(result.Entries).ErrorMessage, StringComparison.Ordinal);
    }

    private static EventBridgeEvent Event(string source) => new(source, "type", "{}");

    private static string AcceptAll(ReceivedCall call)
        => ScriptedService.Ok("{\"FailedEntryCount\":0,\"Entries\":[" + string.Join(',', Sources(call).Select(_ => "{\"EventId\":\"id\"}")) + "]}");

    private static List<string> Sources(ReceivedCall call)
        => [.. JsonDocument.Parse(call.Body).RootElement.GetProperty("Entries").EnumerateArray().Select(e => e.GetProperty("Source").GetString()!)];

    private EventBridgeClient Client(ScriptedService service) => new(service.Configuration(), Retries());

    private RetryPolicy Retries() => new(() => 0.5, _pauses.Add);
}
