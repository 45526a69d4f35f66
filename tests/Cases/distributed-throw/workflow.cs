[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    public async Task RunAsync(int[] values)
    {
        await wf.DistributedMapAsync(ItemSource.Array(values), async value =>
        {
            if (value < 0)
                throw new TooLargeException($"{value} is below zero");
            await numbers.NoteAsync($"{value}");
        }, new DistributedMapOptions(MaxConcurrency: 1));
    }
}
