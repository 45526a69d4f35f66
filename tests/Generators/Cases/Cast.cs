using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json.Nodes;
using System.Text.Json;
using Aot.Authoring;
using Aot.Local.Asl.Reading;
using Aot.Local.Asl.Running;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;
using Aot.Local.Tests.Asl;
using Aot.Runtime;
using Aot.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace Aot.Generators.Tests.Cases;

/// <summary>A compiled case with everybody in it: runs the workflow natively, and its state machine with the same handlers and services.</summary>
internal sealed class Cast : ITaskRunner
{
    private const string MachineArn = "arn:aws:states:us-east-1:000000000000:stateMachine:M";

    private readonly Type _workflow;
    private readonly List<string> _calls;
    private readonly Dictionary<Type, object> _actors = [];
    private readonly VirtualTime _time = new();
    private readonly ScriptedServices _services;
    private readonly CalledMethods _called;
    private Engine? _engine;
    private string? _continuedWith;

    /// <summary>What lies in S3 when the workflow starts.</summary>
    public CaseObjects Objects { get; init; } = new();

    public Cast(CSharpCompilation compilation, string? services = null)
    {
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        image.Position = 0;
        var assembly = new AssemblyLoadContext(compilation.AssemblyName).LoadFromStream(image);
        _workflow = assembly.GetTypes().First(t => t.GetCustomAttribute<StateMachineAttribute>() is not null);
        _calls = (List<string>)assembly.GetType("Calls")!.GetProperty("Log")!.GetValue(null)!;
        _services = new ScriptedServices(services, assembly, _calls);
        _called = new CalledMethods(compilation, assembly);
    }

    public async Task<Outcome> RunNativeAsync(string input)
    {
        _calls.Clear();
        _services.StartAgain();
        var dependencies = _workflow.GetConstructors().Single().GetParameters().Select(p => Actor(p.ParameterType)).ToArray();
        var method = _workflow.GetMethod("RunAsync")!;
        var arguments = method.GetParameters().Select(p => WireJson.Read(input, p.ParameterType)).ToArray();
        try
        {
            var running = (Task)method.Invoke(Activator.CreateInstance(_workflow, dependencies), arguments)!;
            while (!running.IsCompleted && _time.MoveToNextTimer())
            {
            }

            var output = WireJson.Write(await ResultOf(running), ResultTypeOf(method));
            return new Outcome(output, null, null, [.. _calls]);
        }
        catch (Exception exception)
        {
            return new Outcome(null, ErrorName(exception), exception.Message, [.. _calls]);
        }
    }

    /// <summary>Runs the machine, and again for as long as it continues as new: natively that is one call.</summary>
    public Outcome RunMachine(string definition, string input, bool isExpress)
    {
        _calls.Clear();
        _services.StartAgain();
        Outcome outcome;
        do
        {
            _continuedWith = null;
            outcome = RunOnce(definition, input, isExpress);
            input = _continuedWith ?? input;
        }
        while (_continuedWith is not null);
        return outcome;
    }

    private Outcome RunOnce(string definition, string input, bool isExpress)
    {
        var type = isExpress ? Local.Asl.Model.WorkflowType.Express : Local.Asl.Model.WorkflowType.Standard;
        var read = DefinitionReader.Read(CaseResources.Substitute(definition), type);
        Assert.True(read.IsValid, string.Join(Environment.NewLine, read.Diagnostics));
        using var engine = _engine = new Engine(this, _time, new Random(1), dispatch: drain => drain(), Objects);
        var identity = new ExecutionIdentity("arn:aws:states:us-east-1:000000000000:execution:M:e", "e", MachineArn, "M", "r", type);
        var execution = engine.Start(identity, read, Value.Parse(input));
        while (execution.Status == ExecutionStatus.Running && _time.MoveToNextTimer())
        {
        }

        Assert.NotEqual(ExecutionStatus.Running, execution.Status);
        return execution.Status == ExecutionStatus.Succeeded
            ? new Outcome(JsonNode.Parse(execution.Output!.ToJson()), null, null, [.. _calls])
            : new Outcome(null, execution.Error, Message(execution.Cause), [.. _calls]);
    }

    /// <inheritdoc/>
    public async ValueTask<Value> RunAsync(TaskCall call, CancellationToken cancellationToken)
    {
        if (_called.Of(call.Resource.Arn) is { } called && IsScripted(called.DeclaringType!))
            return AskScript(call, called);
        if (call.Resource.Arn == "arn:aws:states:::states:startExecution")
            return ContinueWith((ObjectValue)call.Arguments);
        var isFunction = call.Resource.Arn == "arn:aws:states:::lambda:invoke";
        var arguments = JsonNode.Parse(call.Arguments.ToJson());
        var method = isFunction ? Function((string)arguments!["FunctionName"]!)
            : call.Resource.Kind == TaskKind.Activity ? Activity(CaseResources.ActivityOf(call.Resource.Arn))
            : Integration(call.Resource.Arn);
        var payload = isFunction ? arguments!["Payload"] : arguments;
        var parameters = method.GetParameters();
        object?[] values = parameters.Length == 1
            ? [WireJson.Read(payload.ToJsonText(), parameters[0].ParameterType)]
            : [.. parameters.Select(p => WireJson.Read(payload![JsonNamingPolicy.CamelCase.ConvertName(p.Name!)].ToJsonText(), p.ParameterType))];
        try
        {
            var running = (Task)method.Invoke(Actor(method.DeclaringType!), values)!;
            var result = WireJson.Write(await ResultOf(running), ResultTypeOf(method));
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

    // The request is read from the wire strictly, and the answer written to it.
    private Value AskScript(TaskCall call, MethodInfo method)
    {
        var wire = new ServiceWireFormat(call.Resource.Kind == TaskKind.Sdk);
        var type = ScriptedServices.RequestType(method);
        var arguments = JsonNode.Parse(call.TaskToken is { } token ? call.Arguments.ToJson().Replace(token, ScriptedServices.CallbackToken, StringComparison.Ordinal) : call.Arguments.ToJson());
        var request = WireJson.ReadStrictly(wire.FromWire(arguments, type).ToJsonText(), type);
        try
        {
            var result = WireJson.Write(_services.Answer(method, request), ResultTypeOf(method));
            var answer = Value.Parse((result is null ? new JsonObject() : wire.ToWire(result, ResultTypeOf(method)!)!).ToJsonString());
            if (call.TaskToken is not null)
                _engine!.Report(call.TaskToken, new TaskOutcome(answer, null, null));
            return answer;
        }
        catch (StatesTimeoutException) when (call.TaskToken is not null)
        {
            return new ObjectValue(); // Nobody answers; the task's own time runs out.
        }
        catch (Exception fault)
        {
            throw new TaskFailedException(ErrorName(fault), fault.Message);
        }
    }

    private bool IsScripted(Type service) => service.IsInterface && !_workflow.Assembly.GetTypes().Any(t => t.IsClass && t.IsAssignableTo(service));

    private Value ContinueWith(ObjectValue arguments)
    {
        Assert.Equal(MachineArn, ((StringValue)arguments["StateMachineArn"]!).Text);
        _continuedWith = arguments["Input"] is StringValue text ? text.Text : arguments["Input"]!.ToJson();
        return new ObjectValue { ["ExecutionArn"] = MachineArn.Replace("stateMachine", "execution", StringComparison.Ordinal) + ":next" };
    }

    // A class stands for itself, an interface for the one class that implements it.
    private object Actor(Type type)
    {
        if (type == typeof(TimeProvider))
            return _time;
        if (type == typeof(Flow))
            return new Flow(_time) { ReadItems = source => CaseItems.Read(source, Objects) };
        if (!_actors.TryGetValue(type, out var actor))
        {
            if (IsScripted(type))
                return _actors[type] = _services.Proxy(type);
            var implementation = type.IsInterface ? _workflow.Assembly.GetTypes().Single(t => t.IsClass && t.IsAssignableTo(type)) : type;
            _actors[type] = actor = Activator.CreateInstance(implementation)!;
        }

        return actor;
    }

    private MethodInfo Function(string substitution) => _workflow.Assembly.GetTypes().SelectMany(t => t.GetMethods())
        .Single(m => m.GetCustomAttribute<LambdaFunctionAttribute>() is not null && HandlerName(m) + "Arn" == substitution);

    private MethodInfo Activity(string logicalId) => _workflow.Assembly.GetTypes().SelectMany(t => t.GetMethods())
        .Single(m => m.GetCustomAttribute<ActivityAttribute>()?.LogicalId == logicalId);

    // An interface of the case's own, or one of the library that the case implements. A generic method takes and gives any JSON.
    private MethodInfo Integration(string arn)
    {
        var method = _workflow.Assembly.GetTypes().Concat(typeof(ServiceIntegrationAttribute).Assembly.GetTypes()).SelectMany(t => t.GetMethods())
            .First(m => m.GetCustomAttribute<ServiceIntegrationAttribute>()?.Resource == arn);
        return method.IsGenericMethodDefinition ? method.MakeGenericMethod([.. method.GetGenericArguments().Select(_ => typeof(JsonNode))]) : method;
    }

    private static string HandlerName(MethodInfo method)
    {
        var name = method.Name.EndsWith("Async", StringComparison.Ordinal) ? method.Name[..^5] : method.Name;
        return name == "Handle" ? method.DeclaringType!.Name : name;
    }

    private static string ErrorName(Exception exception) => exception.GetType().GetCustomAttribute<ErrorNameAttribute>()?.Names[0] ?? exception.GetType().Name;

    // What a function reports is JSON; what the machine itself says is text.
    private static string? Message(string? cause) => cause is ['{', ..] ? (string?)JsonNode.Parse(cause)!["errorMessage"] : cause;

    private static Type? ResultTypeOf(MethodInfo method) => method.ReturnType.GenericTypeArguments.FirstOrDefault();

    private static async Task<object?> ResultOf(Task task)
    {
        await task;
        return task.GetType().GetProperty("Result") is { } result && task.GetType().GenericTypeArguments[0].Name != "VoidTaskResult" ? result.GetValue(task) : null;
    }
}
