[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int[] values)
    {
        await Parallel.ForEachAsync(values, new ParallelOptions { MaxDegreeOfParallelism = 1 }, async (value, cancellation) =>
        {
            if (value < 0)
                return;
            await numbers.NoteAsync($"value {value}");
        });
        return values.Length;
    }
}
