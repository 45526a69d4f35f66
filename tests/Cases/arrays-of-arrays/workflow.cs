public sealed record Grid(int[][] Rows);

// Arrays of arrays stay arrays of arrays, with one, none and many inside.
[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int[][]> RunAsync(Grid grid)
    {
        int[][] rows = [.. grid.Rows, [7]];
        var kept = rows.Where(row => row.Length != 1 || row[0] > 5).ToArray();
        var mapped = kept.Select(row => row.Select(x => x * 2).ToArray()).ToArray();
        foreach (var row in mapped)
        {
            await numbers.NoteAsync(string.Join(" ", row));
        }

        return mapped.Append(mapped.SelectMany(row => row).ToArray()).ToArray();
    }
}
