[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    public async Task<string> RunAsync(int[] values)
    {
        await wf.DistributedMapAsync(
            ItemSource.Array(values),
            async value => await numbers.CheckAsync(value, 10),
            new DistributedMapOptions(MaxConcurrency: 1, ToleratedFailureCount: 1));
        return "at most one failed";
    }
}
