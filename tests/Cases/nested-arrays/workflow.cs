[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int[][]> RunAsync(int[][] rows)
    {
        var pairs = rows.Where(r => r.Length > 1).ToArray();
        await numbers.NoteAsync($"{pairs.Length}");
        var first = pairs.FirstOrDefault();
        return first is null ? [] : [first, .. pairs, [0]];
    }
}
