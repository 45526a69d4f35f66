using System.Collections.Concurrent;
using System.Text;
using Aot.Runtime.Logging;
using Aot.Runtime.Tests.RuntimeApi;

namespace Aot.Runtime.Tests;

/// <summary>One life of the runtime under a scripted host, from its start to the host's end.</summary>
/// <param name="Ending">The sentence it ended with.</param>
/// <param name="Requests">What the host received.</param>
/// <param name="Log">The lines it logged.</param>
/// <param name="Connections">How many connections it opened.</param>
internal sealed record RuntimeRun(string Ending, IReadOnlyList<ReceivedRequest> Requests, IReadOnlyList<string> Log, int Connections)
{
    /// <summary>What was sent for the invocations: responses and errors.</summary>
    public IReadOnlyList<ReceivedRequest> Posts => [.. Requests.Where(r => r.Method == "POST")];

    /// <summary>Runs a handler over events.</summary>
    public static Task<RuntimeRun> OfAsync(Action<Invocation> handler, params Answer[] events) => OfAsync(new ActionInvoker(handler), events);

    public static Task<RuntimeRun> OfAsync(HandlerInvoker invoker, params Answer[] events) => StartAsync((_, _) => invoker, events);

    /// <summary>Runs with everything chosen.</summary>
    public static async Task<RuntimeRun> StartAsync(
        Func<string, LambdaEnvironment, HandlerInvoker?> select,
        IEnumerable<Answer> events,
        IEnumerable<Answer>? posts = null,
        IReadOnlyDictionary<string, string>? variables = null,
        TimeProvider? time = null)
    {
        await using var api = new ScriptedApi(events, posts);
        var environment = new LambdaEnvironment(name => name switch
        {
            "AWS_LAMBDA_RUNTIME_API" => api.Address,
            _ => variables?.GetValueOrDefault(name),
        });
        var output = new ListOutput();
        var ending = await Task.Run(() => LambdaRuntime.Run(select, "One, Two", environment, time ?? TimeProvider.System, output, trace: null))
            .WaitAsync(TimeSpan.FromSeconds(30));
        return new RuntimeRun(ending, api.Requests, [.. output.Lines], api.Connections);
    }

    private sealed class ActionInvoker(Action<Invocation> handler) : HandlerInvoker
    {
        public override void Invoke(Invocation invocation) => handler(invocation);
    }

    private sealed class ListOutput : LogOutput
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public override void Write(ReadOnlySpan<byte> line) => Lines.Enqueue(Encoding.UTF8.GetString(line));
    }
}
