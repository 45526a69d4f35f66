[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var value = await numbers.DoubleAsync(n);
        try
        {
            await numbers.CheckAsync(value, 10);
            return value + 1;
        }
        finally
        {
            value = await numbers.AddAsync(value, 100);
            await numbers.NoteAsync($"{value}");
        }
    }
}
