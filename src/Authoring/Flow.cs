namespace Aot.Authoring;

/// <summary>What a workflow can do that C# has no statement for. A workflow takes it as a constructor parameter, by custom named <c>wf</c>.</summary>
/// <param name="time">The clock of <see cref="DelayUntilAsync"/> outside Step Functions; the system's where absent.</param>
/// <remarks>
/// Natively each method really does what it says, so that <c>RunAsync</c> runs in a unit test. Its awaits keep to the caller's context, like those of the
/// workflow itself: a test that moves the clock finds the next timer as soon as it has rung one.
/// </remarks>
public sealed partial class Flow(TimeProvider? time = null)
{
    // Task.Delay takes less than 2^32 milliseconds, a Wait state any point in time.
    private static readonly TimeSpan _longestDelay = TimeSpan.FromDays(49);

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Runs a block as one unit whose failures can be caught, those of its expressions included: a Parallel state with one branch.</summary>
    /// <param name="body">The block. It reads outer variables and cannot assign them.</param>
    /// <exception cref="Exception">Whatever the block throws.</exception>
    public async Task ScopeAsync(Func<Task> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        await body();
    }

    /// <inheritdoc cref="ScopeAsync(Func{Task})"/>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <returns>What the block returns.</returns>
    public async Task<T> ScopeAsync<T>(Func<Task<T>> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return await body();
    }

    /// <summary>Waits until a point in time: a Wait state with a <c>Timestamp</c>. One that has passed is not waited for.</summary>
    /// <param name="until">When to go on.</param>
    public async Task DelayUntilAsync(DateTimeOffset until)
    {
        for (var delay = until - _time.GetUtcNow(); delay > TimeSpan.Zero; delay = until - _time.GetUtcNow())
            await Task.Delay(delay < _longestDelay ? delay : _longestDelay, _time);
    }

    /// <summary>
    /// Ends this execution and starts the workflow anew: a Task state that starts an execution of the same machine, and the end. A loop without an end
    /// stays below the 25,000 events of an execution this way.
    /// </summary>
    /// <typeparam name="TInput">Type of the workflow's input.</typeparam>
    /// <param name="run">The workflow's own <c>RunAsync</c>; natively it is called.</param>
    /// <param name="input">Input of the new execution.</param>
    /// <remarks>The output of the execution that ends is <c>{"continuedAs": "…"}</c> with the ARN of the new one.</remarks>
    public async Task ContinueAsNewAsync<TInput>(Func<TInput, Task> run, TInput input)
    {
        ArgumentNullException.ThrowIfNull(run);
        await run(input);
    }

    /// <inheritdoc cref="ContinueAsNewAsync{TInput}(Func{TInput, Task}, TInput)"/>
    /// <typeparam name="TInput">Type of the workflow's input.</typeparam>
    /// <typeparam name="TOutput">Type of the workflow's output.</typeparam>
    /// <returns>Natively, the output of the last run.</returns>
    public async Task<TOutput> ContinueAsNewAsync<TInput, TOutput>(Func<TInput, Task<TOutput>> run, TInput input)
    {
        ArgumentNullException.ThrowIfNull(run);
        return await run(input);
    }
}
