using System.Reflection;
using System.Text.Json.Nodes;
using Aot.Authoring;

namespace Aot.Testing;

/// <summary>Which methods of a dependency a state machine calls, and how their values travel.</summary>
internal static class TaskMethods
{
    // By name: a test of workflows need not know the runtime's assembly, nor Amazon's.
    private static readonly string[] _functionAttributes = ["Aot.Runtime.LambdaFunctionAttribute", "Amazon.Lambda.Annotations.LambdaFunctionAttribute"];

    private static readonly string[] _contexts = ["Aot.Runtime.LambdaContext", "Amazon.Lambda.Core.ILambdaContext", "System.Threading.CancellationToken"];

    /// <summary>The functions of a handler class.</summary>
    public static IEnumerable<MethodInfo> Of(Type type) => type.GetMethods().Where(m => FunctionAttribute(m) is not null);

    /// <summary>The method of one of the types that stands behind the placeholder of a function's ARN.</summary>
    public static MethodInfo? Function(IEnumerable<Type> types, string placeholder) =>
        types.SelectMany(Of).FirstOrDefault(m => HandlerName(m) + "Arn" == placeholder);

    /// <summary>The method of one of the types that carries an integration's ARN.</summary>
    public static MethodInfo? Integration(IEnumerable<Type> types, string arn) =>
        types.SelectMany(t => t.GetMethods().Concat(t.GetInterfaces().SelectMany(i => i.GetMethods())))
            .FirstOrDefault(m => m.GetCustomAttribute<ServiceIntegrationAttribute>()?.Resource == arn);

    /// <summary>The method of one of the types that is the worker of an activity.</summary>
    public static MethodInfo? Activity(IEnumerable<Type> types, string logicalId) =>
        types.SelectMany(t => t.GetMethods()).FirstOrDefault(m => m.GetCustomAttribute<ActivityAttribute>()?.LogicalId == logicalId);

    /// <summary>True for what the runtime passes beside the payload.</summary>
    public static bool IsAmbient(ParameterInfo parameter) => _contexts.Contains(parameter.ParameterType.FullName);

    /// <summary>One payload parameter takes the whole payload; several take the members of their names.</summary>
    public static object?[] Read(MethodInfo method, JsonNode? payload)
    {
        var parameters = method.GetParameters();
        var isWhole = parameters.Count(p => !IsAmbient(p)) == 1;
        return [.. parameters.Select(p => IsAmbient(p)
            ? (p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null)
            : WireJson.Read((isWhole ? payload : payload?[char.ToLowerInvariant(p.Name![0]) + p.Name[1..]]).ToJsonText(), p.ParameterType))];
    }

    /// <summary>What an awaited task gives, as JSON.</summary>
    public static async Task<JsonNode?> ResultAsync(MethodInfo method, object? running)
    {
        if (running is ValueTask nothing)
            running = nothing.AsTask();
        else if (running is { } value && value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ValueTask<>))
            running = type.GetMethod("AsTask")!.Invoke(value, null);
        if (running is not Task task)
            return WireJson.Write(running, method.ReturnType);
        await task;
        return method.ReturnType.GenericTypeArguments is [var result] ? WireJson.Write(task.GetType().GetProperty("Result")!.GetValue(task), result) : null;
    }

    /// <summary>The name under which a state machine knows an exception.</summary>
    public static string ErrorName(Exception exception) => exception.GetType().GetCustomAttribute<ErrorNameAttribute>()?.Names[0] ?? exception.GetType().Name;

    private static string HandlerName(MethodInfo method)
    {
        var name = method.Name.Length > 5 && method.Name.EndsWith("Async", StringComparison.Ordinal) ? method.Name[..^5] : method.Name;
        return name == "Handle" ? method.DeclaringType!.Name : name;
    }

    private static Attribute? FunctionAttribute(MethodInfo method) =>
        method.GetCustomAttributes(inherit: true).OfType<Attribute>().FirstOrDefault(a => _functionAttributes.Contains(a.GetType().FullName));
}
