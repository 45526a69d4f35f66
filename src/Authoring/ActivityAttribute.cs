namespace Aot.Authoring;

/// <summary>Makes an interface method an activity task: a worker of your own fetches its input with <c>GetActivityTask</c> and reports its result.</summary>
/// <remarks>
/// The input is the JSON of the method's parameter, or with several parameters an object with their names; the result is the worker's output.
/// <see cref="TaskTimeoutAttribute"/> on the same method says how long to wait and how often the worker must send a heartbeat.
/// Standard workflows only; the machine's role needs no permission for it.
/// </remarks>
/// <param name="logicalId">Logical id of the <c>AWS::StepFunctions::Activity</c> in the template.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ActivityAttribute(string logicalId) : Attribute
{
    /// <summary>Logical id of the activity in the template.</summary>
    public string LogicalId { get; } = logicalId;
}
