[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int[][]> RunAsync(int n)
    {
        int[][] rows = [];
        for (var i = 0; i < n; i++)
        {
            await numbers.NoteAsync($"{i}");
            rows = [.. rows, [i, i * 2]];
        }

        return rows;
    }
}
