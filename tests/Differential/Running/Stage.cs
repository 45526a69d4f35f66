using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Aot.Authoring;
using Aot.Local.Asl.Model;
using Aot.Local.Asl.Reading;
using Aot.Local.Asl.Running;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;
using Aot.Runtime;
using Aot.Testing;
using WorkflowType = Aot.Local.Asl.Model.WorkflowType;

namespace Aot.Differential.Tests.Running;

/// <summary>The actors of one assembly, playing with a workflow class or with its state machine.</summary>
internal sealed partial class Stage : ITaskRunner
{
    private readonly List<string> _calls;
    private readonly Dictionary<string, MethodInfo> _tasks;
    private readonly object _desk;
    private readonly object _store;

    public Stage(Assembly assembly)
    {
        _calls = (List<string>)assembly.GetType("Calls")!.GetProperty("Log")!.GetValue(null)!;
        _desk = Activator.CreateInstance(assembly.GetType("RandomWorld.Desk")!)!;
        _store = Activator.CreateInstance(assembly.GetType("RandomWorld.Store")!)!;
        _tasks = _desk.GetType().GetMethods().Where(m => m.GetCustomAttribute<LambdaFunctionAttribute>() is not null)
            .Concat(assembly.GetType("RandomWorld.IStore")!.GetMethods())
            .ToDictionary(m => m.GetCustomAttribute<ServiceIntegrationAttribute>()?.Resource ?? m.Name[..^"Async".Length] + "Arn");
    }

    public async Task<Run> RunNativeAsync(Type workflow, string input)
    {
        _calls.Clear();
        var time = new VirtualTime();
        var foreign = new List<Exception>();
        void Note(object? sender, FirstChanceExceptionEventArgs thrown)
        {
            if (IsForeign(thrown.Exception))
                foreign.Add(thrown.Exception);
        }

        AppDomain.CurrentDomain.FirstChanceException += Note;
        try
        {
            var method = workflow.GetMethod("RunAsync")!;
            var argument = WireJson.Read(input, method.GetParameters()[0].ParameterType);
            var running = (Task)method.Invoke(Activator.CreateInstance(workflow, _desk, _store, time, new Flow(time)), [argument])!;
            while (!running.IsCompleted && time.MoveToNextTimer())
            {
            }

            await running;
            var type = method.ReturnType.GenericTypeArguments.FirstOrDefault();
            var output = type is null ? null : WireJson.Write(running.GetType().GetProperty("Result")!.GetValue(running), type);
            return new Run(output.ToJsonText(), null, null, [.. _calls], foreign);
        }
        catch (Exception exception)
        {
            return new Run(null, ErrorName(exception), exception.Message, [.. _calls], foreign);
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= Note;
        }
    }

    public Run RunMachine(string definition, string input)
    {
        _calls.Clear();
        var time = new VirtualTime();
        var read = DefinitionReader.Read(Placeholder().Replace(definition, "$1"), WorkflowType.Standard);
        Assert.True(read.IsValid, string.Join(Environment.NewLine, read.Diagnostics));
        using var engine = new Engine(this, time, new Random(1), dispatch: drain => drain());
        var identity = new ExecutionIdentity("arn:aws:states:us-east-1:000000000000:execution:M:e", "e", "arn:aws:states:us-east-1:000000000000:stateMachine:M", "M", "r", WorkflowType.Standard);
        var execution = engine.Start(identity, read, Value.Parse(input));
        while (execution.Status == ExecutionStatus.Running && time.MoveToNextTimer())
        {
        }

        return execution.Status == ExecutionStatus.Succeeded
            ? new Run(execution.Output!.ToJson(), null, null, [.. _calls], [])
            : new Run(null, execution.Error ?? execution.Status.ToString(), execution.Cause, [.. _calls], []);
    }

    /// <inheritdoc/>
    public async ValueTask<Value> RunAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var isFunction = call.Resource.Arn == "arn:aws:states:::lambda:invoke";
        var arguments = JsonNode.Parse(call.Arguments.ToJson())!.AsObject();
        var method = _tasks[isFunction ? (string)arguments["FunctionName"]! : call.Resource.Arn];
        var payload = isFunction ? arguments["Payload"] : arguments;
        var parameters = method.GetParameters();
        object?[] values = parameters.Length == 1
            ? [WireJson.Read(payload.ToJsonText(), parameters[0].ParameterType)]
            : [.. parameters.Select(p => WireJson.Read(payload![p.Name!].ToJsonText(), p.ParameterType))];
        try
        {
            var running = (Task)method.Invoke(isFunction ? _desk : _store, values)!;
            await running;
            var type = method.ReturnType.GenericTypeArguments.FirstOrDefault();
            var result = type is null ? null : WireJson.Write(running.GetType().GetProperty("Result")!.GetValue(running), type);
            return Value.Parse((isFunction ? new JsonObject { ["Payload"] = result } : result ?? new JsonObject()).ToJsonString());
        }
        catch (Exception exception)
        {
            var fault = exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;
            var cause = isFunction
                ? new JsonObject { ["errorMessage"] = fault.Message, ["errorType"] = fault.GetType().Name }.ToJsonString()
                : fault.Message;
            throw new TaskFailedException(ErrorName(fault), cause);
        }
    }

    /// <summary>True for an exception that no actor and no `throw` raises: an expression failed.</summary>
    public static bool IsForeign(Exception exception) =>
        exception is not TargetInvocationException && exception.GetType().Namespace is { } space && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal));

    private static string ErrorName(Exception exception) => exception.GetType().GetCustomAttribute<ErrorNameAttribute>()?.Names[0] ?? exception.GetType().Name;

    [GeneratedRegex(@"\$\{(\w+)\}")]
    private static partial Regex Placeholder();
}

/// <summary>How one run ended.</summary>
/// <param name="Output">JSON; null where it failed.</param>
/// <param name="Error">The error's name.</param>
/// <param name="Cause">The exception's message, or the machine's Cause.</param>
/// <param name="Calls">What the actors were asked, in order.</param>
/// <param name="Foreign">Exceptions of .NET itself on the way, caught ones too.</param>
internal sealed record Run(string? Output, string? Error, string? Cause, IReadOnlyList<string> Calls, IReadOnlyList<Exception> Foreign);
