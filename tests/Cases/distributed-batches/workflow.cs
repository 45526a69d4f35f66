[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    public async Task<int> RunAsync(Request request)
    {
        var sums = await wf.DistributedMapBatchesAsync(ItemSource.Array(request.Values), async batch =>
        {
            var sum = request.Start;
            foreach (var value in batch)
                sum = await numbers.AddAsync(sum, value);
            return sum;
        }, new BatchOptions(MaxItemsPerBatch: 2), new DistributedMapOptions(MaxConcurrency: 1));
        return sums.Sum();
    }
}

public sealed record Request(int[] Values, int Start);
