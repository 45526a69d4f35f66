using System.Globalization;
using Aot.Local.Lambda;

namespace Aot.Local.Services.Lambda;

/// <summary>Events handed over with InvocationType Event: accepted at once, run in the background, retried twice.</summary>
/// <remarks>Source: Lambda developer guide, "How Lambda handles errors and retries with asynchronous invocation".</remarks>
internal sealed class AsyncInvocations(TimeProvider time, Action<string> print)
{
    private static readonly TimeSpan[] RetryDelays = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)];
    private static readonly TimeSpan ThrottleDelay = TimeSpan.FromSeconds(1);

    /// <summary>Accepts an event.</summary>
    public void Add(FunctionPool pool, byte[] payload) => _ = RunAsync(pool, Invocation.Of(payload, time));

    private async Task RunAsync(FunctionPool pool, Invocation invocation)
    {
        try
        {
            for (var attempt = 0; ; attempt++)
            {
                var result = await InvokeAsync(pool, invocation);
                if (!result.IsError) return;
                if (attempt == RetryDelays.Length)
                {
                    print(string.Create(CultureInfo.InvariantCulture, $"The event {invocation.RequestId} of {pool.Function.Name} failed {attempt + 1} times and is dropped: {result}"));
                    return;
                }
                await Task.Delay(RetryDelays[attempt], time);
            }
        }
        catch (ObjectDisposedException)
        {
            // The emulator is stopping: what is queued goes with it.
        }
        catch (Exception e)
        {
            // Nobody awaits an event: an unexpected failure must not vanish with it.
            print($"The event {invocation.RequestId} of {pool.Function.Name} is lost: {e}");
        }
    }

    private async Task<InvocationResult> InvokeAsync(FunctionPool pool, Invocation invocation)
    {
        while (true)
        {
            try
            {
                return await pool.InvokeAsync(invocation);
            }
            catch (ThrottledException)
            {
                await Task.Delay(ThrottleDelay, time); // a throttled event stays in the queue and does not count as an attempt
            }
        }
    }
}
