namespace Aot.Authoring.Tests.Maps;

/// <summary>Natively a map really runs: so many items at a time, results in order, failures as Step Functions reports them.</summary>
public sealed class MapTests
{
    private readonly Flow _wf = new();

    [Fact]
    public async Task Results_stand_in_the_order_of_the_items()
    {
        var gates = new[] { new TaskCompletionSource<string>(), new TaskCompletionSource<string>() };

        var running = _wf.MapAsync([0, 1], async index => await gates[index].Task);
        gates[1].SetResult("second");
        gates[0].SetResult("first");

        Assert.Equal(["first", "second"], await running);
    }

    [Theory]
    [InlineData(null, 5)]
    [InlineData(0, 5)]
    [InlineData(2, 2)]
    [InlineData(9, 5)]
    public async Task So_many_items_run_at_a_time(int? maxConcurrency, int expected)
    {
        var gate = new TaskCompletionSource();
        var started = 0;

        var running = _wf.MapAsync(Enumerable.Range(0, 5), async _ =>
        {
            started++;
            await gate.Task;
        }, new MapOptions(maxConcurrency));
        var atOnce = started;
        gate.SetResult();
        await running;

        Assert.Equal(expected, atOnce);
        Assert.Equal(5, started);
    }

    [Fact]
    public async Task The_first_failure_starts_no_further_item_and_leaves_the_map()
    {
        var started = new List<int>();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => _wf.MapAsync(Enumerable.Range(0, 5), async index =>
        {
            started.Add(index);
            await Task.CompletedTask;
            if (index == 1)
                throw new InvalidOperationException("second");
        }, new MapOptions(MaxConcurrency: 1)));

        Assert.Equal("second", failure.Message);
        Assert.Equal([0, 1], started);
    }

    [Fact]
    public async Task A_distributed_map_fails_as_a_whole_and_keeps_the_first_failure_for_people()
    {
        var failure = await Assert.ThrowsAsync<ToleratedFailureExceededException>(() => _wf.DistributedMapAsync(ItemSource.Array([1, 2]), Fail));

        Assert.Equal("The specified tolerated failure threshold was exceeded", failure.Message);
        Assert.Equal("item 1", failure.InnerException!.Message);
    }

    [Theory]
    [InlineData(1, null, 1, true)]
    [InlineData(1, null, 2, false)]
    [InlineData(null, 50, 2, true)]
    [InlineData(null, 50, 3, false)]
    [InlineData(3, 50, 3, false)]
    [InlineData(0, null, 0, true)]
    public async Task Failures_are_tolerated_up_to_the_limits(int? count, int? percentage, int failing, bool isTolerated)
    {
        var options = new DistributedMapOptions(ToleratedFailureCount: count, ToleratedFailurePercentage: percentage);

        var running = _wf.DistributedMapAsync(ItemSource.Array([1, 2, 3, 4]), item => item <= failing ? Fail(item) : Task.CompletedTask, options);

        if (isTolerated)
            await running;
        else
            await Assert.ThrowsAsync<ToleratedFailureExceededException>(() => running);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(1, false)]
    public async Task A_failed_batch_has_failed_with_all_its_items(int count, bool isTolerated)
    {
        var running = _wf.DistributedMapBatchesAsync(
            ItemSource.Array([1, 2, 3]), batch => batch.Contains(1) ? Fail(1) : Task.CompletedTask, new BatchOptions(2), new DistributedMapOptions(ToleratedFailureCount: count));

        Assert.Equal(isTolerated, await Record.ExceptionAsync(() => running) is null);
    }

    [Fact]
    public async Task Batches_are_as_large_as_they_may_be()
    {
        var batches = await _wf.DistributedMapBatchesAsync(ItemSource.Array([1, 2, 3]), batch => Task.FromResult(batch), new BatchOptions(MaxItemsPerBatch: 2));

        Assert.Equal([[1, 2], [3]], batches);
    }

    [Fact]
    public async Task The_items_of_a_source_in_S3_come_from_the_test()
    {
        var seen = new List<ItemSource>();
        var wf = new Flow
        {
            ReadItems = source =>
            {
                seen.Add(source);
                return ["a", "b", "c"];
            },
        };

        var items = await wf.DistributedMapAsync(ItemSource.JsonLines<string>(new Bucket("Data"), "lines.jsonl", maxItems: 2), Task.FromResult);

        Assert.Equal(["a", "b"], items);
        Assert.Equal((ItemSourceKind.JsonLines, "lines.jsonl"), (Assert.Single(seen).Kind, seen[0].Key));
    }

    [Fact]
    public async Task Without_items_from_the_test_a_source_in_S3_says_what_is_missing()
    {
        var failure = await Record.ExceptionAsync(() => _wf.DistributedMapAsync(ItemSource.Csv<S3Object>(new Bucket("Data"), "rows.csv"), _ => Task.CompletedTask));

        Assert.Contains("'rows.csv' of Data", failure!.Message, StringComparison.Ordinal);
        Assert.Contains("ReadItems", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_written_to_S3_reaches_the_test()
    {
        IReadOnlyList<object?> written = [];
        var wf = new Flow { WriteResults = (_, results) => written = results };

        var run = await wf.DistributedMapAsync(ItemSource.Array([1, 2]), item => Task.FromResult(item * 2), new ResultWriter(new Bucket("Results"), "doubles"));

        Assert.Equal([2, 4], written.Cast<int>());
        Assert.Equal(("Results", "doubles/manifest.json"), (run.ResultWriterDetails.Bucket, run.ResultWriterDetails.Key));
    }

    private static Task Fail(int item) => Task.FromException(new InvalidOperationException($"item {item}"));
}
