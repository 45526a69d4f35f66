[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    private static readonly Bucket Results = new("ResultBucket");

    public async Task<bool> RunAsync(int[] values)
    {
        var run = await wf.DistributedMapBatchesAsync(
            ItemSource.Array(values), async batch => await numbers.DoubleAsync(batch.Sum()), new BatchOptions(3), new ResultWriter(Results, "sums"));
        return run.MapRunArn != "";
    }
}
