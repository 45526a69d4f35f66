namespace Aot.Authoring;

/// <summary>Compiles the class's <c>RunAsync</c> method to a Step Functions state machine.</summary>
/// <remarks>
/// The class is <c>sealed partial</c>, has one public <c>Task RunAsync</c> with at most one parameter (the execution's input), and takes
/// what it calls as constructor parameters: service interfaces, classes with <c>[LambdaFunction]</c> methods, <see cref="TimeProvider"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StateMachineAttribute : Attribute
{
    /// <summary>Names the machine after its class.</summary>
    public StateMachineAttribute()
    {
    }

    /// <summary>Names the machine.</summary>
    /// <param name="name">Logical id in the template: 1 to 80 letters and digits.</param>
    public StateMachineAttribute(string name) => Name = name;

    /// <summary>Logical id in the template; the class's name where absent.</summary>
    public string? Name { get; }

    /// <summary>Standard where not said otherwise.</summary>
    public WorkflowType Type { get; init; }

    /// <summary>Seconds after which the whole execution ends as <c>TIMED_OUT</c>; 0 means no limit but the service's own.</summary>
    public int TimeoutSeconds { get; init; }

    /// <summary>Which events of executions go to the machine's log group; errors where not said otherwise.</summary>
    public WorkflowLogLevel LogLevel { get; init; }

    /// <summary>Whether log lines carry inputs and outputs.</summary>
    public bool LogExecutionData { get; init; }

    /// <summary>Whether executions are traced in X-Ray.</summary>
    public bool Tracing { get; init; } = true;
}
