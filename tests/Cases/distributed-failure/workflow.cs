[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    public async Task<string> RunAsync(int[] values)
    {
        try
        {
            await wf.DistributedMapAsync(ItemSource.Array(values), async value => await numbers.CheckAsync(value, 10), new DistributedMapOptions(MaxConcurrency: 1));
            return "all checked";
        }
        catch (ToleratedFailureExceededException e)
        {
            return e.Message;
        }
    }
}
