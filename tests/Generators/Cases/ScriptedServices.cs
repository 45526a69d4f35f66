using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aot.Authoring;
using Aot.Testing;

namespace Aot.Generators.Tests.Cases;

/// <summary>
/// The services of a case that no class of it stands for: they answer from <c>services.json</c>, which lists the answers of each method in order (the last one
/// again and again), and every request is written down. An answer <c>{"error": …, "message": …}</c> is thrown.
/// </summary>
internal sealed class ScriptedServices(string? script, Assembly workflow, List<string> calls)
{
    private readonly JsonObject _script = JsonNode.Parse(script ?? "{}")!.AsObject();
    private readonly Dictionary<string, int> _answered = [];

    public void StartAgain() => _answered.Clear();

    /// <summary>An interface as the C# method sees it.</summary>
    public object Proxy(Type service)
    {
        var proxy = DispatchProxy.Create(service, typeof(NativeService));
        ((NativeService)proxy).Services = this;
        return proxy;
    }

    /// <summary>Writes the request down and gives the next answer.</summary>
    /// <exception cref="Exception">The answer is an error, or the script has none.</exception>
    public object? Answer(MethodInfo method, object? request)
    {
        var type = RequestType(method);
        calls.Add($"{method.Name[..^"Async".Length]} {WireJson.Write(request, type).ToJsonText()}");
        var answer = NextAnswer(method.Name);
        if (answer is JsonObject failure && failure["error"]?.GetValue<string>() is { } error)
            throw NewException(error, failure["message"]?.GetValue<string>() ?? "");
        return method.ReturnType.GenericTypeArguments is [var result] ? WireJson.Read(answer.ToJsonText(), result) : null;
    }

    /// <summary>The record of a method's request: what the function of a token gives for a callback.</summary>
    public static Type RequestType(MethodInfo method)
    {
        var type = method.GetParameters()[0].ParameterType;
        return type.IsAssignableTo(typeof(Delegate)) ? type.GenericTypeArguments[^1] : type;
    }

    private JsonNode? NextAnswer(string method)
    {
        if (_script[method]?.AsArray() is not { Count: > 0 } answers)
            return new JsonObject();
        var index = _answered.GetValueOrDefault(method);
        _answered[method] = index + 1;
        return answers[Math.Min(index, answers.Count - 1)];
    }

    private Exception NewException(string name, string message)
    {
        var type = workflow.GetTypes().Concat(typeof(ErrorNameAttribute).Assembly.GetTypes())
            .Single(t => t.IsAssignableTo(typeof(Exception)) && (t.GetCustomAttribute<ErrorNameAttribute>()?.Names.Contains(name) ?? t.Name == name));
        return (Exception)Activator.CreateInstance(type, message)!;
    }

    /// <summary>Stands for any service interface.</summary>
    public class NativeService : DispatchProxy
    {
        internal ScriptedServices Services { get; set; } = null!;

        /// <inheritdoc/>
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            var request = args![0] is Delegate function ? function.DynamicInvoke(CallbackToken) : args[0];
            try
            {
                var answer = Services.Answer(targetMethod!, request);
                return targetMethod!.ReturnType.GenericTypeArguments is [var result]
                    ? typeof(Task).GetMethod(nameof(Task.FromResult))!.MakeGenericMethod(result).Invoke(null, [answer])
                    : Task.CompletedTask;
            }
            catch (Exception exception)
            {
                return targetMethod!.ReturnType.GenericTypeArguments is [var result]
                    ? typeof(Task).GetMethods().Single(m => m is { Name: nameof(Task.FromException), IsGenericMethod: true }).MakeGenericMethod(result).Invoke(null, [exception])
                    : Task.FromException(exception);
            }
        }
    }

    /// <summary>What requests show in place of a task token.</summary>
    public const string CallbackToken = "token";
}
