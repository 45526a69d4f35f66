using Aot.Authoring;

namespace Aot.StateMachines.IotThermometer;

/// <summary>What the thermometer stands on; the logical ids are those of <c>template.yaml</c>.</summary>
public static class Resources
{
    /// <summary>Every reading, by device and reading id.</summary>
    public static readonly Table Readings = new("ReadingTable");

    /// <summary>Who wants to know when something gets too hot.</summary>
    public static readonly Topic Alarms = new("AlarmTopic");
}
