namespace Aot.Authoring;

public sealed partial class Flow
{
    /// <summary>Natively: gives the items of a source in S3, an object of its item type each. A test sets it.</summary>
    public Func<ItemSource, IEnumerable<object>>? ReadItems { get; init; }

    /// <summary>Natively: takes what a distributed map writes to S3. A test that looks at it sets it.</summary>
    public Action<ResultWriter, IReadOnlyList<object?>>? WriteResults { get; init; }

    /// <summary>Runs a block for every item, each as a child execution with an input, a history and limits of its own: a distributed Map state.</summary>
    /// <param name="source">The items.</param>
    /// <param name="body">The block. What it reads of the workflow's variables is copied into the input of every child execution.</param>
    /// <param name="options">Type and number of the child executions, and how many may fail.</param>
    /// <typeparam name="TItem">Type of an item.</typeparam>
    /// <typeparam name="TResult">Type of a result.</typeparam>
    /// <returns>The results in the order of the items.</returns>
    /// <exception cref="ToleratedFailureExceededException">More items failed than <paramref name="options"/> tolerates.</exception>
    /// <exception cref="ItemReaderFailedException">The items could not be read.</exception>
    public Task<TResult[]> DistributedMapAsync<TItem, TResult>(ItemSource<TItem> source, Func<TItem, Task<TResult>> body, DistributedMapOptions? options = null) =>
        RunDistributedAsync(ItemsOf(source), body, _ => 1, options);

    /// <inheritdoc cref="DistributedMapAsync{TItem, TResult}(ItemSource{TItem}, Func{TItem, Task{TResult}}, DistributedMapOptions?)"/>
    public Task DistributedMapAsync<TItem>(ItemSource<TItem> source, Func<TItem, Task> body, DistributedMapOptions? options = null) =>
        RunDistributedAsync(ItemsOf(source), WithoutResult(body), _ => 1, options);

    /// <inheritdoc cref="DistributedMapAsync{TItem, TResult}(ItemSource{TItem}, Func{TItem, Task{TResult}}, DistributedMapOptions?)"/>
    /// <param name="source">The items.</param>
    /// <param name="body">The block.</param>
    /// <param name="writer">Where the results go.</param>
    /// <param name="options">Type and number of the child executions, and how many may fail.</param>
    /// <returns>Where the manifest of the results is.</returns>
    /// <exception cref="ResultWriterFailedException">The results could not be written.</exception>
    public Task<MapRunResult> DistributedMapAsync<TItem, TResult>(
        ItemSource<TItem> source, Func<TItem, Task<TResult>> body, ResultWriter writer, DistributedMapOptions? options = null) =>
        WriteAsync(RunDistributedAsync(ItemsOf(source), body, _ => 1, options), writer);

    /// <summary>Runs a block for every batch of items, each batch as a child execution.</summary>
    /// <param name="source">The items.</param>
    /// <param name="body">The block. What it reads of the workflow's variables is copied into the input of every child execution.</param>
    /// <param name="batches">How many items a batch has.</param>
    /// <param name="options">Type and number of the child executions, and how many may fail.</param>
    /// <typeparam name="TItem">Type of an item.</typeparam>
    /// <typeparam name="TResult">Type of a result.</typeparam>
    /// <returns>The results in the order of the batches.</returns>
    /// <exception cref="ToleratedFailureExceededException">More items, those of failed batches, failed than <paramref name="options"/> tolerates.</exception>
    public Task<TResult[]> DistributedMapBatchesAsync<TItem, TResult>(
        ItemSource<TItem> source, Func<TItem[], Task<TResult>> body, BatchOptions batches, DistributedMapOptions? options = null) =>
        RunDistributedAsync(BatchesOf(source, batches), body, batch => batch.Length, options);

    /// <inheritdoc cref="DistributedMapBatchesAsync{TItem, TResult}(ItemSource{TItem}, Func{TItem[], Task{TResult}}, BatchOptions, DistributedMapOptions?)"/>
    public Task DistributedMapBatchesAsync<TItem>(
        ItemSource<TItem> source, Func<TItem[], Task> body, BatchOptions batches, DistributedMapOptions? options = null) =>
        RunDistributedAsync(BatchesOf(source, batches), WithoutResult(body), batch => batch.Length, options);

    /// <inheritdoc cref="DistributedMapBatchesAsync{TItem, TResult}(ItemSource{TItem}, Func{TItem[], Task{TResult}}, BatchOptions, DistributedMapOptions?)"/>
    /// <param name="source">The items.</param>
    /// <param name="body">The block.</param>
    /// <param name="batches">How many items a batch has.</param>
    /// <param name="writer">Where the results go.</param>
    /// <param name="options">Type and number of the child executions, and how many may fail.</param>
    /// <returns>Where the manifest of the results is.</returns>
    public Task<MapRunResult> DistributedMapBatchesAsync<TItem, TResult>(
        ItemSource<TItem> source, Func<TItem[], Task<TResult>> body, BatchOptions batches, ResultWriter writer, DistributedMapOptions? options = null) =>
        WriteAsync(RunDistributedAsync(BatchesOf(source, batches), body, batch => batch.Length, options), writer);

    private IReadOnlyList<TItem> ItemsOf<TItem>(ItemSource<TItem> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Kind == ItemSourceKind.Array)
            return source.Items;
        if (ReadItems is null)
            throw new InvalidOperationException($"'{source.Key}' of {source.Bucket} is read by Step Functions; in a test, give Flow its items: new Flow {{ ReadItems = source => … }}.");
        var items = ReadItems(source).Cast<TItem>();
        return [.. source.MaxItems is > 0 and var most ? items.Take(most) : items];
    }

    private IReadOnlyList<TItem[]> BatchesOf<TItem>(ItemSource<TItem> source, BatchOptions batches)
    {
        ArgumentNullException.ThrowIfNull(batches);
        var items = ItemsOf(source);
        return items.Count == 0 ? [] : [.. items.Chunk(batches.MaxItemsPerBatch ?? items.Count)];
    }

    private static async Task<TResult[]> RunDistributedAsync<TUnit, TResult>(
        IReadOnlyList<TUnit> units, Func<TUnit, Task<TResult>> body, Func<TUnit, int> itemsIn, DistributedMapOptions? options)
    {
        ArgumentNullException.ThrowIfNull(body);
        var all = units.Sum(itemsIn);
        var run = new MapRun<TUnit, TResult>(units, body) { Tolerates = failed => IsTolerated(failed.Sum(itemsIn), all, options) };
        try
        {
            return await run.RunAsync(options?.MaxConcurrency).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            throw new ToleratedFailureExceededException("The specified tolerated failure threshold was exceeded", exception);
        }
    }

    // Without a limit of either kind nothing is tolerated; with both, each holds. The items of a failed batch have all failed.
    private static bool IsTolerated(int failed, int all, DistributedMapOptions? options) =>
        (options?.ToleratedFailureCount is not null || options?.ToleratedFailurePercentage is not null)
        && (options.ToleratedFailureCount is not { } count || failed <= count)
        && (options.ToleratedFailurePercentage is not { } percentage || failed * 100L <= (long)percentage * all);

    private async Task<MapRunResult> WriteAsync<TResult>(Task<TResult[]> running, ResultWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var results = await running.ConfigureAwait(false);
        WriteResults?.Invoke(writer, [.. results.Cast<object?>()]);
        return new MapRunResult("arn:aws:states:::mapRun:native", new ResultWriterDetails(writer.Bucket.LogicalId, $"{writer.Prefix}/manifest.json"));
    }
}
