using System.Globalization;
using Aot.Local.Asl.Model;
using Aot.Local.Json;
using Aot.Local.Tests.Asl;
using static Aot.StateMachines.Tests.Emitted;

namespace Aot.StateMachines.Tests.IotThermometer;

public sealed class IotPipelineDefinitionTests
{
    [Fact]
    public void The_hot_reading_of_three_raises_the_alarm_in_11_transitions()
    {
        using var machine = new Machine(call => call.Resource.Operation == "invoke"
            ? new ObjectValue
            {
                ["Payload"] = new ObjectValue((ObjectValue)((ObjectValue)call.Arguments)["Payload"]!) { ["site"] = "site-1", ["limit"] = 80, ["severity"] = "Ok" },
            }
            : Json("{}"));

        var execution = machine.Run(
            Definition("IotThermometer/IotPipeline"), $"[{Reading(machine, 20, 0)},{Reading(machine, 95.5, 0)},{Reading(machine, 120, -11)}]", WorkflowType.Express);

        Succeeds("\"Warning\"", calls: 5, transitions: 11, execution, machine);
        var alarm = Assert.Single(machine.Calls, call => call.Resource.Service == "sns").Arguments;
        Assert.Equal(("Warning at site-1", "pit-01 probe 2 reads 95.5 °C (limit 80.0 °C)"), (Text(alarm, "Subject"), Text(alarm, "Message")));
        var stored = machine.Calls.Where(call => call.Resource.Operation == "putItem").Select(call => call.Arguments).ToArray();
        Assert.Equal(["20", "95.5"], stored.Select(put => Text(put, "Item", "celsius", "N")).Order());
    }

    [Fact]
    public void Nothing_to_do_takes_1_transition()
    {
        using var machine = new Machine();

        var execution = machine.Run(Definition("IotThermometer/IotPipeline"), "[]", WorkflowType.Express);

        Succeeds("\"Ok\"", calls: 0, transitions: 1, execution, machine);
    }

    private static string Reading(Machine machine, double celsius, int minutes)
    {
        var at = machine.Time.GetUtcNow().AddMinutes(minutes).ToString("O", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $$"""{"deviceId":"pit-01","readingId":"{{celsius}}","probe":2,"celsius":{{celsius}},"at":"{{at}}","site":null}""");
    }
}
