// Both new values are computed from the old ones.
[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int[]> RunAsync(int count)
    {
        int[] series = [];
        var (a, b) = (0, 1);
        while (series.Length < count)
        {
            series = [.. series, a];
            (a, b) = (b, a + b);
            if (a % 5 == 0)
            {
                await numbers.NoteAsync($"{a} after {series[^1]}");
            }
        }

        return series;
    }
}
