using Aot.Runtime.Tests.RuntimeApi;

namespace Aot.Runtime.Tests;

public sealed class ContextTests
{
    [Fact]
    public async Task The_context_holds_what_the_headers_say()
    {
        LambdaContext? context = null;
        await RuntimeRun.OfAsync(
            invocation => context = invocation.Context,
            ScriptedApi.Event("1", "id-7", "Lambda-Runtime-Invoked-Function-Arn: arn:f\r\nLambda-Runtime-Trace-Id: Root=1\r\nLambda-Runtime-Client-Context: {}\r\n"));

        Assert.Equal(("id-7", "arn:f", "Root=1", "{}"), (context!.RequestId, context.InvokedFunctionArn, context.TraceId, context.ClientContext));
        Assert.Null(context.CognitoIdentity);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(4102444800000), context.Deadline);
    }

    [Fact]
    public async Task A_context_outlives_its_invocation()
    {
        var contexts = new List<LambdaContext>();
        await RuntimeRun.OfAsync(invocation => contexts.Add(invocation.Context), ScriptedApi.Event("1", "a"), ScriptedApi.Event("2", "b"));

        Assert.Equal(["a", "b"], contexts.Select(c => c.RequestId));
    }

    [Fact]
    public async Task The_remaining_time_is_counted_by_the_clock()
    {
        var time = new StoppedTime(DateTimeOffset.FromUnixTimeMilliseconds(4102444800000 - 2500));
        var remaining = TimeSpan.Zero;
        await RuntimeRun.StartAsync((_, _) => new Invoker(i => remaining = i.Context.RemainingTime), [ScriptedApi.Event("1")], time: time);

        Assert.Equal(TimeSpan.FromMilliseconds(2500), remaining);
    }

    [Fact]
    public async Task The_token_is_cancelled_a_little_before_the_deadline()
    {
        var time = new StoppedTime(DateTimeOffset.FromUnixTimeMilliseconds(4102444800000 - 2500));
        var states = new List<bool>();
        await RuntimeRun.StartAsync(
            (_, _) => new Invoker(invocation =>
            {
                var token = invocation.DeadlineToken;
                states.Add(token.IsCancellationRequested);
                time.FireTimers();
                states.Add(token.IsCancellationRequested);
            }),
            [ScriptedApi.Event("1")],
            time: time);

        Assert.Equal([false, true], states);
        Assert.Equal([TimeSpan.FromMilliseconds(2400)], time.DueTimes);
    }

    [Fact]
    public async Task After_the_deadline_the_token_is_cancelled_from_the_start()
    {
        var isCancelled = false;
        await RuntimeRun.StartAsync(
            (_, _) => new Invoker(invocation => isCancelled = invocation.DeadlineToken.IsCancellationRequested),
            [ScriptedApi.Event("1")],
            time: new StoppedTime(DateTimeOffset.FromUnixTimeMilliseconds(4102444800000 + 1)));

        Assert.True(isCancelled);
    }

    [Fact]
    public async Task A_handler_that_does_not_ask_for_the_token_starts_no_timer()
    {
        var time = new StoppedTime(DateTimeOffset.UnixEpoch);
        await RuntimeRun.StartAsync((_, _) => new Invoker(i => i.Respond(i.Event)), [ScriptedApi.Event("1")], time: time);

        Assert.Empty(time.DueTimes);
    }

    private sealed class Invoker(Action<Invocation> handler) : HandlerInvoker
    {
        public override void Invoke(Invocation invocation) => handler(invocation);
    }

    private sealed class StoppedTime(DateTimeOffset now) : TimeProvider
    {
        private readonly List<(TimerCallback Callback, object? State)> _timers = [];

        public List<TimeSpan> DueTimes { get; } = [];

        public override DateTimeOffset GetUtcNow() => now;

        public void FireTimers() => _timers.ForEach(t => t.Callback(t.State));

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timers.Add((callback, state));
            DueTimes.Add(dueTime);
            return new Timer();
        }

        private sealed class Timer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => default;
        }
    }
}
