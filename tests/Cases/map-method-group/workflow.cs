[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int[]> RunAsync(int[] values)
    {
        await Task.WhenAll(values.Select(PrintAsync));
        return await Task.WhenAll(values.Select(numbers.DoubleAsync));
    }

    private async Task PrintAsync(int value)
    {
        if (value == 2)
            return;
        await numbers.NoteAsync($"value {value}");
    }
}
