[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        try
        {
            if (n < 0)
                return -1;
            if (n == 0)
                return await numbers.DoubleAsync(21);
            return await numbers.CheckAsync(n, 10);
        }
        finally
        {
            await numbers.NoteAsync($"finally {n}");
        }
    }
}
