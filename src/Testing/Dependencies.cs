using System.Reflection;
using System.Text.Json.Nodes;
using Aot.Authoring;
using Aot.Local.Asl.Running;

namespace Aot.Testing;

/// <summary>The objects a workflow is given, the clock, and the calls that were made of them.</summary>
internal sealed class Dependencies(Type workflow, IReadOnlyList<object> given)
{
    private readonly List<WorkflowCall> _calls = [];

    public VirtualTime Time { get; } = new();

    public IReadOnlyList<WorkflowCall> Calls => _calls;

    /// <summary>Types of the constructor's parameters.</summary>
    public IReadOnlyList<Type> Types { get; } = [.. workflow.GetConstructors().Single().GetParameters().Select(p => p.ParameterType)];

    /// <exception cref="ArgumentException">One is missing.</exception>
    public Dependencies Complete()
    {
        foreach (var type in Types)
            Of(type);
        return this;
    }

    public object Of(Type type) =>
        given.FirstOrDefault(type.IsInstanceOfType)
        ?? (type == typeof(TimeProvider) ? Time : type == typeof(Flow) ? new Flow(Time) : (object?)null)
        ?? throw new ArgumentException($"'{workflow.Name}' needs a '{type.Name}'; pass one, or a fake of it.");

    /// <summary>An object for the constructor, whose calls are written down where that is possible.</summary>
    public object Observed(Type type)
    {
        var target = Of(type);
        if (type == typeof(TimeProvider) || type == typeof(Flow))
            return target;
        object? Call(MethodInfo method, object?[] arguments)
        {
            Record(method, arguments);
            return Invoke(method, target, arguments);
        }

        return type.IsInterface ? InterfaceRecorder.Create(type, Call) : HandlerRecorder.Create(type, Call) ?? target;
    }

    /// <summary>Writes a call down, if both kinds of runs can see it.</summary>
    public void Record(MethodInfo method, object?[] arguments)
    {
        if (!method.DeclaringType!.IsInterface && !HandlerRecorder.CanSee(method.DeclaringType))
            return;
        var named = new JsonObject();
        foreach (var (parameter, value) in method.GetParameters().Zip(arguments).Where(p => !TaskMethods.IsAmbient(p.First)))
            named[parameter.Name!] = WireJson.Write(value, parameter.ParameterType);
        lock (_calls)
            _calls.Add(new WorkflowCall($"{method.DeclaringType.Name}.{method.Name}", named.ToJsonString()));
    }

    public static object? Invoke(MethodInfo method, object target, object?[] arguments) =>
        method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null);
}
