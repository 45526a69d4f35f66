using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Aot.Authoring;
using Aot.Local.Asl.Reading;
using Aot.Local.Asl.Running;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;
using WorkflowType = Aot.Local.Asl.Model.WorkflowType;

namespace Aot.Testing;

/// <summary>Runs the state machine of a workflow in the local engine.</summary>
internal sealed partial class MachineRunner(Type workflow, Dependencies dependencies) : ITaskRunner
{
    private const string MachineArn = "arn:aws:states:us-east-1:000000000000:stateMachine:Workflow";
    private const string ActivityPrefix = "arn:aws:states:us-east-1:000000000000:activity:";

    private string? _continuedWith;

    /// <summary>True where branches run at the same time.</summary>
    public static bool IsConcurrent(Type workflow) => Definition(workflow) is var text
        && (text.Contains("\"Type\": \"Parallel\"", StringComparison.Ordinal) || text.Contains("\"Type\": \"Map\"", StringComparison.Ordinal));

    public WorkflowRun Run(object? input)
    {
        var parameter = WorkflowTest.RunAsync(workflow).GetParameters().FirstOrDefault();
        var json = parameter is null ? "{}" : WireJson.Write(input, parameter.ParameterType).ToJsonText();
        WorkflowRun run;
        do
        {
            // Continuing as new is another execution; natively it is a call.
            _continuedWith = null;
            run = RunOnce(json);
            json = _continuedWith ?? json;
        }
        while (_continuedWith is not null && run.Succeeded);
        return run;
    }

    private WorkflowRun RunOnce(string input)
    {
        var type = workflow.GetCustomAttribute<StateMachineAttribute>()?.Type == Authoring.WorkflowType.Express ? WorkflowType.Express : WorkflowType.Standard;

        // Every resource is its own logical id; what a Task names as its Resource is an activity.
        var definition = Placeholder().Replace(Activity().Replace(Definition(workflow), $"$1{ActivityPrefix}$2\""), "$1");
        var read = DefinitionReader.Read(definition, type);
        if (!read.IsValid)
            throw new InvalidOperationException($"The definition of {workflow.Name} is not valid:\n{string.Join('\n', read.Diagnostics)}");
        using var engine = new Engine(this, dependencies.Time, new Random(1), dispatch: drain => drain());
        var identity = new ExecutionIdentity("arn:aws:states:us-east-1:000000000000:execution:Workflow:test", "test", MachineArn, "Workflow", "role", type);
        var execution = engine.Start(identity, read, Value.Parse(input));
        while (execution.Status == ExecutionStatus.Running && dependencies.Time.MoveToNextTimer())
        {
        }

        return execution.Status switch
        {
            ExecutionStatus.Succeeded => new WorkflowRun(execution.Output!.ToJson(), null, null, dependencies.Calls),
            ExecutionStatus.Running => throw new InvalidOperationException(
                $"The execution of {workflow.Name} stands still: a task has not answered, and no timer is running. A fake must complete its task."),
            _ => new WorkflowRun(null, execution.Error ?? execution.Status.ToString(), Message(execution.Cause), dependencies.Calls),
        };
    }

    /// <inheritdoc/>
    public async ValueTask<Value> RunAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var arguments = JsonNode.Parse(call.Arguments.ToJson());
        if (call.Resource.Arn == "arn:aws:states:::states:startExecution" && (string?)arguments?["StateMachineArn"] == MachineArn)
        {
            _continuedWith = arguments!["Input"].ToJsonText();
            return new ObjectValue { ["ExecutionArn"] = MachineArn };
        }

        var isFunction = call.Resource.Arn == "arn:aws:states:::lambda:invoke";
        var types = dependencies.Types;
        var method = (isFunction ? TaskMethods.Function(types, (string)arguments!["FunctionName"]!)
                : call.Resource.Kind == TaskKind.Activity ? TaskMethods.Activity(types, call.Resource.Arn[ActivityPrefix.Length..])
                : TaskMethods.Integration(types, call.Resource.Arn))
            ?? throw new InvalidOperationException($"No dependency of {workflow.Name} answers the task '{call.StateName}' ({call.Resource.Arn}).");
        var values = TaskMethods.Read(method, isFunction ? arguments!["Payload"] : arguments);
        dependencies.Record(method, values);
        try
        {
            var target = dependencies.Of(types.First(t => method.DeclaringType!.IsAssignableFrom(t)));
            var result = await TaskMethods.ResultAsync(method, Dependencies.Invoke(method, target, values));
            return Value.Parse((isFunction ? new JsonObject { ["Payload"] = result } : result ?? new JsonObject()).ToJsonString());
        }
        catch (Exception exception)
        {
            // What a function reports is JSON, what a service says is text.
            var cause = isFunction
                ? new JsonObject { ["errorMessage"] = exception.Message, ["errorType"] = TaskMethods.ErrorName(exception) }.ToJsonString()
                : exception.Message;
            throw new TaskFailedException(TaskMethods.ErrorName(exception), cause);
        }
    }

    private static string Definition(Type workflow) => workflow.GetField("Definition")?.GetRawConstantValue() as string
        ?? throw new InvalidOperationException(
            $"'{workflow.Name}' has no definition: its project needs Aot.Generators as an analyzer, and the class has to compile without an error of it.");

    private static string? Message(string? cause)
    {
        try
        {
            return cause is ['{', ..] && JsonNode.Parse(cause)?["errorType"] is not null ? (string?)JsonNode.Parse(cause)!["errorMessage"] : cause;
        }
        catch (System.Text.Json.JsonException)
        {
            return cause;
        }
    }

    [GeneratedRegex(@"\$\{(\w+)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(""Resource"": "")\$\{(\w+)\}""")]
    private static partial Regex Activity();
}
