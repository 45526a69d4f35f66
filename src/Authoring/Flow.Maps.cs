namespace Aot.Authoring;

public sealed partial class Flow
{
    /// <summary>Runs a block for every item, several at a time, inside this execution: an inline Map state.</summary>
    /// <param name="items">The items.</param>
    /// <param name="body">The block. It reads outer variables and cannot assign them.</param>
    /// <param name="options">How many at a time.</param>
    /// <typeparam name="TItem">Type of an item.</typeparam>
    /// <typeparam name="TResult">Type of a result.</typeparam>
    /// <returns>The results in the order of the items.</returns>
    /// <exception cref="Exception">What the first failing item throws; no further items are started then.</exception>
    public async Task<TResult[]> MapAsync<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, Task<TResult>> body, MapOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        var run = new MapRun<TItem, TResult>([.. items], body);
        return await run.RunAsync(options?.MaxConcurrency).ConfigureAwait(false);
    }

    /// <inheritdoc cref="MapAsync{TItem, TResult}(IEnumerable{TItem}, Func{TItem, Task{TResult}}, MapOptions?)"/>
    public Task MapAsync<TItem>(IEnumerable<TItem> items, Func<TItem, Task> body, MapOptions? options = null) => MapAsync(items, WithoutResult(body), options);

    private static Func<TItem, Task<bool>> WithoutResult<TItem>(Func<TItem, Task> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return async item =>
        {
            await body(item).ConfigureAwait(false);
            return true;
        };
    }
}
