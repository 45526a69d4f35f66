public sealed record Work(int[] Left, int[] Right);

// A branch may hold a Map, and each result keeps its place.
[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int[][]> RunAsync(Work input)
    {
        int[][] both = await Task.WhenAll(AllAsync(input.Left), AllAsync(input.Right));
        return both;
    }

    private async Task<int[]> AllAsync(int[] values)
    {
        int[] doubled = await Task.WhenAll(values.Select(async value => await numbers.DoubleAsync(value)));
        return doubled.Where(d => d > 2).ToArray();
    }
}
