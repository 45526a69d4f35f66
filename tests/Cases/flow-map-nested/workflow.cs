[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    private static readonly MapOptions Few = new(MaxConcurrency: 3);

    public async Task<int[][]> RunAsync(int[][] rows)
    {
        return await wf.MapAsync(rows, async row =>
        {
            var first = row.Length > 0 ? row[0] : 0;
            return await wf.MapAsync(row, async value => await numbers.AddAsync(value, first), Few);
        }, Few);
    }
}
