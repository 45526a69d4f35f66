[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    public async Task<int[]> RunAsync(int[] values) =>
        await wf.DistributedMapAsync(ItemSource.Array(values), async value => await numbers.DoubleAsync(value), new DistributedMapOptions(Label: "doubles", MaxConcurrency: 100));
}
