[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int[] values)
    {
        var total = 0;
        try
        {
            var doubled = await Task.WhenAll(values.Select(async value => await numbers.CheckAsync(value, 5)));
            total = doubled.Sum();
        }
        finally
        {
            await numbers.NoteAsync($"total {total}");
        }

        return total;
    }
}
