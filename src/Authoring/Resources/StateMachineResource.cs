namespace Aot.Authoring;

/// <summary>Another workflow of the same template; its value is the state machine's ARN.</summary>
/// <param name="LogicalId">Logical id in the template.</param>
[CloudFormationResource("AWS::Serverless::StateMachine", Arn = "Ref")]
public sealed record StateMachineResource(string LogicalId) : Resource(LogicalId)
{
    /// <summary>The machine that a workflow class compiles to; its logical id is the name in <see cref="StateMachineAttribute"/> or the class's name.</summary>
    /// <typeparam name="TWorkflow">A class with <see cref="StateMachineAttribute"/>.</typeparam>
    public static StateMachineResource Of<TWorkflow>()
        where TWorkflow : class
    {
        var attribute = (StateMachineAttribute?)Attribute.GetCustomAttribute(typeof(TWorkflow), typeof(StateMachineAttribute))
            ?? throw new InvalidOperationException($"{typeof(TWorkflow).Name} is no workflow: it has no [StateMachine] attribute.");
        return new StateMachineResource(attribute.Name ?? typeof(TWorkflow).Name);
    }
}
