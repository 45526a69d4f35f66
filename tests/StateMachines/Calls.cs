using System.Reflection;
using Aot.Authoring;

namespace Aot.StateMachines.Tests;

/// <summary>Fakes of service interfaces: each call is recorded and answered by a script.</summary>
internal sealed class Calls
{
    private readonly Dictionary<string, Func<object, object?>> _answers = [];
    private readonly List<(string Name, object Request)> _made = [];

    /// <summary>Names of the calls so far, in order: <c>sqs:receiveMessage</c>.</summary>
    public IEnumerable<string> Names => Locked(made => made.Select(call => call.Name).ToArray());

    /// <summary>Answers every call of an action; an exception thrown here is the task's failure.</summary>
    public Calls Answer<TRequest>(string name, Func<TRequest, object?> answer)
    {
        _answers[name] = request => answer((TRequest)request);
        return this;
    }

    public IReadOnlyList<TRequest> Of<TRequest>(string name)
        => Locked(made => made.Where(call => call.Name == name).Select(call => (TRequest)call.Request).ToArray());

    public TService Fake<TService>()
        where TService : class
    {
        var proxy = DispatchProxy.Create<TService, Proxy>();
        ((Proxy)(object)proxy).Calls = this;
        return proxy;
    }

    private T Locked<T>(Func<List<(string Name, object Request)>, T> read)
    {
        lock (_made)
            return read(_made);
    }

    private object? Make(string name, object request)
    {
        Locked(made =>
        {
            made.Add((name, request));
            return made.Count;
        });
        return _answers.TryGetValue(name, out var answer) ? answer(request) : null;
    }

    private class Proxy : DispatchProxy
    {
        private static readonly MethodInfo FromResult = typeof(Task).GetMethod(nameof(Task.FromResult))!;
        private static readonly MethodInfo FromException =
            typeof(Task).GetMethods().Single(method => method is { Name: nameof(Task.FromException), IsGenericMethod: true });

        public Calls Calls { get; set; } = null!;

        protected override object? Invoke(MethodInfo? method, object?[]? arguments)
        {
            ArgumentNullException.ThrowIfNull(method);
            var resource = method.GetCustomAttribute<ServiceIntegrationAttribute>()!.Resource;
            var name = resource["arn:aws:states:::".Length..].Replace("aws-sdk:", "");
            var result = method.ReturnType.IsGenericType ? method.ReturnType.GenericTypeArguments[0] : typeof(object);
            try
            {
                return FromResult.MakeGenericMethod(result).Invoke(null, [Calls.Make(name, arguments![0]!)]);
            }
            catch (Exception failure)
            {
                return FromException.MakeGenericMethod(result).Invoke(null, [failure]);
            }
        }
    }
}
