[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int[][]> RunAsync(int[][] rows)
    {
        return await Task.WhenAll(rows.Select(async row =>
        {
            var first = await numbers.DoubleAsync(row.FirstOrDefault());
            return (int[])[first, .. row.Skip(1)];
        }));
    }
}
