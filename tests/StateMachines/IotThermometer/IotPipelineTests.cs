using Aot.Authoring.Services.DynamoDb;
using Aot.Authoring.Services.Sns;
using Aot.Handlers.IotThermometer;
using Aot.StateMachines.IotThermometer;

namespace Aot.StateMachines.Tests.IotThermometer;

public sealed class IotPipelineTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private readonly Calls _calls = new();

    [Fact]
    public async Task Stale_readings_are_left_out_fresh_ones_stored_and_hot_ones_alarmed()
    {
        var worst = await RunAsync([At(60, Now), At(105.26, Now), At(300, Now.AddMinutes(-11))]);

        Assert.Equal(Severity.Warning, worst);
        Assert.Equal([Severity.Ok, Severity.Warning], _calls.Of<PutItemRequest<Enriched>>("dynamodb:putItem").Select(request => request.Item.Severity));
        var alarm = _calls.Of<PublishRequest>("sns:publish").Single();
        Assert.Equal(("Warning at unclaimed", "pit-01 probe 2 reads 105.3 °C (limit 95.0 °C)"), (alarm.Subject, alarm.Message));
    }

    [Fact]
    public async Task More_than_20_degrees_over_the_limit_is_critical()
        => Assert.Equal(Severity.Critical, await RunAsync([At(115.5, Now), At(96, Now)]));

    [Fact]
    public async Task Nothing_fresh_is_nothing_to_do()
    {
        Assert.Equal(Severity.Ok, await RunAsync([]));
        Assert.Empty(_calls.Names);
    }

    private static Reading At(double celsius, DateTimeOffset at) => new("pit-01", $"pit-01/b/{celsius}/2", 2, celsius, at, null);

    private Task<Severity> RunAsync(Reading[] readings)
        => new IotPipeline(_calls.Fake<IDynamoDb>(), _calls.Fake<ISns>(), new EnrichReading()).RunAsync(readings);
}
