[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    public async Task<int[]> RunAsync(int[] values)
    {
        var doubled = await wf.MapAsync(values, async value => await numbers.DoubleAsync(value), new MapOptions(MaxConcurrency: 2));
        return doubled;
    }
}
