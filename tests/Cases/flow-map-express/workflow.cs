[StateMachine(Type = WorkflowType.Express)]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    public async Task<int[]> RunAsync(int[] values) =>
        await wf.MapAsync(values.Where(v => v > 0), async value => await numbers.DoubleAsync(value), new MapOptions(MaxConcurrency: 40));
}
