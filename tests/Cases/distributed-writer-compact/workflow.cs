[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    private static readonly ResultWriter Doubles = new(new Bucket("ResultBucket"), "doubles", ResultTransformation.Compact, ResultFormat.JsonLines);

    public async Task RunAsync(int[] values)
    {
        await wf.DistributedMapAsync(ItemSource.Array(values), async value => await numbers.DoubleAsync(value), Doubles);
        await numbers.NoteAsync("written");
    }
}
