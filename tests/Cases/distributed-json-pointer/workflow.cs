[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    private static readonly Bucket Data = new("DataBucket");

    public async Task<int[]> RunAsync() =>
        await wf.DistributedMapAsync(ItemSource.Json<int>(Data, "numbers.json", itemsPointer: "/data/values", maxItems: 2), async value => await numbers.DoubleAsync(value));
}
