using Aot.Local.Json;
using Aot.Local.Services;
using Aot.Local.Services.EventBridge;

namespace Aot.Local.Tests.Services.EventBridge;

public sealed class EventBridgeServiceTests : IDisposable
{
    private readonly FakeClock _clock = new();
    private readonly RecordingTargets _targets = new();
    private readonly EventBridgeService _events;

    public EventBridgeServiceTests() => _events = new EventBridgeService(new LocalAws(), _clock, _targets);

    public void Dispose() => _events.Dispose();

    [Fact]
    public async Task An_event_reaches_the_targets_of_the_rules_that_match()
    {
        await RuleAsync("yes", """{"source":["app"]}""", """{"Id":"1","Arn":"arn:one"},{"Id":"2","Arn":"arn:two"}""");
        await RuleAsync("no", """{"source":["other"]}""", """{"Id":"1","Arn":"arn:three"}""");

        await PutAsync("""{"Source":"app","DetailType":"Done","Detail":"{\"n\":1}","Resources":["arn:r"]}""");

        Assert.Equal(["arn:one", "arn:two"], _targets.Delivered.Select(delivery => delivery.Arn).Order());
        var payload = (ObjectValue)_targets.Delivered.First().Payload;
        payload.Remove("id");
        Assert.Equal(
            """{"version":"0","detail-type":"Done","source":"app","account":"000000000000","time":"2026-01-05T12:00:00Z","region":"us-east-1","resources":["arn:r"],"detail":{"n":1}}""",
            payload.ToJson());
    }

    [Theory]
    [InlineData(""" "Input":"{\"fixed\":true}" """, """{"fixed":true}""")]
    [InlineData(""" "InputPath":"$.detail.job" """, """{"id":7,"name":"a \"b\""}""")]
    [InlineData(""" "InputPath":"$.resources[0]" """, "\"arn:r\"")]
    [InlineData(""" "InputTransformer":{"InputPathsMap":{"id":"$.detail.job.id","name":"$.detail.job.name"},"InputTemplate":"{\"id\": <id>, \"text\": \"job <id>: <name>\", \"name\": <name>}"} """, """{"id":7,"text":"job 7: a \"b\"","name":"a \"b\""}""")]
    [InlineData(""" "InputTransformer":{"InputPathsMap":{"job":"$.detail.job","gone":"$.detail.gone"},"InputTemplate":"{\"job\":<job>,\"gone\":<gone>,\"other\":\"<unknown>\"}"} """, """{"job":{"id":7,"name":"a \"b\""},"gone":null,"other":"<unknown>"}""")]
    [InlineData(""" "InputTransformer":{"InputPathsMap":{"id":"$.detail.job.id"},"InputTemplate":"\"plain <id>\""} """, "\"plain 7\"")]
    [InlineData(""" "InputTransformer":{"InputTemplate":"{\"rule\":<aws.events.rule-name>}"} """, """{"rule":"r"}""")]
    public async Task A_target_gets_its_input(string input, string expected)
    {
        await RuleAsync("r", """{"source":["app"]}""", $$"""{"Id":"1","Arn":"arn:one",{{input}} }""");

        await PutAsync("""{"Source":"app","DetailType":"Done","Detail":"{\"job\":{\"id\":7,\"name\":\"a \\\"b\\\"\"}}","Resources":["arn:r"]}""");

        Assert.Equal(expected, _targets.Delivered.Single().Payload.ToJson());
    }

    [Fact]
    public async Task Entries_fail_one_by_one()
    {
        var result = await PutAsync(
            """
            {"Source":"app","DetailType":"Done","Detail":"{}"},{"DetailType":"Done","Detail":"{}"},{"Source":"app","DetailType":"Done","Detail":"{"},
            {"Source":"app","DetailType":"Done","Detail":"[]"},{"Source":"aws.ec2","DetailType":"Done","Detail":"{}"},{"Source":"app","DetailType":"Done","Detail":"{}","EventBusName":"none"}
            """);

        Assert.Equal("5", result.TextAt("FailedEntryCount"));
        Assert.Equal(
            [null, "InvalidArgument", "MalformedDetail", "MalformedDetail", "NotAuthorizedForSourceException", "ResourceNotFoundException"],
            ((ArrayValue)result.At("Entries")!).Select(entry => entry.TextAt("ErrorCode")));
        Assert.NotNull(result.At("Entries.0.EventId"));
    }

    [Fact]
    public async Task Eleven_entries_or_over_a_megabyte_are_refused_whole()
    {
        var eleven = string.Join(",", Enumerable.Repeat("""{"Source":"app","DetailType":"Done","Detail":"{}"}""", 11));
        var large = Shape.Of(("Source", "app"), ("DetailType", "Done"), ("Detail", $"{{\"x\":\"{new string('x', 1_048_576)}\"}}")).ToJson();

        Assert.Equal("ValidationException", (await _events.RefusedAsync("PutEvents", $$"""{"Entries":[{{eleven}}]}""")).Code);
        Assert.Equal("ValidationException", (await _events.RefusedAsync("PutEvents", $$"""{"Entries":[{{large}}]}""")).Code);
    }

    [Fact]
    public async Task A_schedule_runs_by_the_clock_while_its_rule_is_enabled()
    {
        await _events.CallAsync("PutRule", """{"Name":"tick","ScheduleExpression":"rate(5 minutes)"}""");
        await _events.CallAsync("PutTargets", """{"Rule":"tick","Targets":[{"Id":"1","Arn":"arn:one"}]}""");

        _clock.Advance(TimeSpan.FromMinutes(11));
        await _events.Delivery.WhenIdleAsync();
        var whileEnabled = _targets.Delivered.Count;
        await _events.CallAsync("DisableRule", """{"Name":"tick"}""");
        _clock.Advance(TimeSpan.FromMinutes(20));
        await _events.Delivery.WhenIdleAsync();

        Assert.Equal((2, 2), (whileEnabled, _targets.Delivered.Count));
        Assert.Equal(["2026-01-05T12:05:00Z", "2026-01-05T12:10:00Z"], _targets.Delivered.Select(delivery => delivery.Payload.TextAt("time")).Order());
        Assert.Equal("Scheduled Event", _targets.Delivered.First().Payload.TextAt("detail-type"));
    }

    [Fact]
    public async Task A_schedule_weeks_ahead_is_kept()
    {
        await _events.CallAsync("PutRule", """{"Name":"later","ScheduleExpression":"rate(90 days)"}""");
        await _events.CallAsync("PutTargets", """{"Rule":"later","Targets":[{"Id":"1","Arn":"arn:one"}]}""");

        _clock.Advance(TimeSpan.FromDays(89));
        await _events.Delivery.WhenIdleAsync();
        var before = _targets.Delivered.Count;
        _clock.Advance(TimeSpan.FromDays(1));
        await _events.Delivery.WhenIdleAsync();

        Assert.Equal((0, 1), (before, _targets.Delivered.Count));
    }

    [Theory]
    [InlineData("1e300")]
    [InlineData("-1e300")]
    [InlineData("253402300800")]
    [InlineData("\"noon\"")]
    public async Task A_time_that_is_none_fails_its_entry_only(string time)
    {
        var result = await PutAsync($$"""{"Source":"app","DetailType":"Done","Detail":"{}","Time":{{time}}},{"Source":"app","DetailType":"Done","Detail":"{}","Time":1767614400}""");

        Assert.Equal(("1", "SerializationException"), (result.TextAt("FailedEntryCount"), result.TextAt("Entries.0.ErrorCode")));
    }

    [Fact]
    public async Task A_target_that_fails_is_tried_again()
    {
        await RuleAsync("r", """{"source":["app"]}""", """{"Id":"1","Arn":"arn:one"}""");
        _targets.Failures.Enqueue(new ServiceException("TooManyRequestsException", "slow down", 429));
        _targets.Failures.Enqueue(new ServiceException("ServiceException", "broken", 500));
        await _events.CallAsync("PutEvents", """{"Entries":[{"Source":"app","DetailType":"Done","Detail":"{}"}]}""");

        while (_targets.Delivered.IsEmpty)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Single(_targets.Delivered);
    }

    [Fact]
    public async Task A_target_that_refuses_loses_the_event_to_its_dead_letter_queue()
    {
        await RuleAsync("r", """{"source":["app"]}""", """{"Id":"1","Arn":"arn:gone","DeadLetterConfig":{"Arn":"arn:dead"}}""");
        _targets.Failures.Enqueue(new ServiceException("ResourceNotFoundException", "no such function", 404));

        await PutAsync("""{"Source":"app","DetailType":"Done","Detail":"{}"}""");
        await _events.Delivery.WhenIdleAsync();

        Assert.Equal("arn:dead", _targets.Delivered.Single().Arn);
    }

    [Fact]
    public async Task A_bus_has_its_own_rules_and_may_be_a_target_once()
    {
        await _events.CallAsync("CreateEventBus", """{"Name":"second"}""");
        await RuleAsync("forward", """{"source":["app"]}""", """{"Id":"1","Arn":"arn:aws:events:us-east-1:000000000000:event-bus/second"}""");
        await RuleAsync("back", """{"source":["app"]}""", """{"Id":"1","Arn":"arn:aws:events:us-east-1:000000000000:event-bus/default"},{"Id":"2","Arn":"arn:one"}""", "second");

        await PutAsync("""{"Source":"app","DetailType":"Done","Detail":"{}"}""");

        Assert.Equal("arn:one", _targets.Delivered.Single().Arn);
    }

    [Theory]
    [InlineData("PutRule", """{"Name":"r"}""", "ValidationException")]
    [InlineData("PutRule", """{"Name":"r r","EventPattern":"{\"source\":[\"x\"]}"}""", "ValidationException")]
    [InlineData("PutRule", """{"Name":"r","EventPattern":"{\"source\":\"x\"}"}""", "InvalidEventPatternException")]
    [InlineData("PutRule", """{"Name":"r","EventBusName":"none","EventPattern":"{\"source\":[\"x\"]}"}""", "ResourceNotFoundException")]
    [InlineData("PutTargets", """{"Rule":"none","Targets":[{"Id":"1","Arn":"a"}]}""", "ResourceNotFoundException")]
    [InlineData("PutTargets", """{"Rule":"known","Targets":[{"Id":"1","Arn":"a","Input":"{"}]}""", "ValidationException")]
    [InlineData("PutTargets", """{"Rule":"known","Targets":[{"Id":"1","Arn":"a","Input":"{}","InputPath":"$"}]}""", "ValidationException")]
    [InlineData("PutTargets", """{"Rule":"known","Targets":[{"Id":"1","Arn":"a","InputPath":"detail"}]}""", "ValidationException")]
    [InlineData("PutTargets", """{"Rule":"known"}""", "ValidationException")]
    [InlineData("DeleteRule", """{"Name":"known"}""", "ValidationException")]
    [InlineData("CreateEventBus", """{"Name":"default"}""", "ResourceAlreadyExistsException")]
    [InlineData("PutPartnerEvents", "{}", "UnknownOperationException")]
    public async Task A_bad_request_is_refused(string operation, string request, string code)
    {
        await RuleAsync("known", """{"source":["app"]}""", """{"Id":"1","Arn":"arn:one"}""");

        Assert.Equal(code, (await _events.RefusedAsync(operation, request)).Code);
    }

    private async Task RuleAsync(string name, string pattern, string targets, string bus = "default")
    {
        await _events.CallAsync("PutRule", Shape.Of(("Name", name), ("EventBusName", bus), ("EventPattern", pattern)).ToJson());
        await _events.CallAsync("PutTargets", $$"""{"Rule":"{{name}}","EventBusName":"{{bus}}","Targets":[{{targets}}]}""");
    }

    private async Task<Value> PutAsync(string entries)
    {
        var result = await _events.CallAsync("PutEvents", $$"""{"Entries":[{{entries}}]}""");
        await _events.Delivery.WhenIdleAsync();
        return result;
    }
}
