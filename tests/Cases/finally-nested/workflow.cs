[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        try
        {
            try
            {
                if (n == 1)
                    return await numbers.DoubleAsync(n);
                await numbers.CheckAsync(n, 10);
            }
            finally
            {
                await numbers.NoteAsync("inner");
            }

            await numbers.CheckAsync(n, 5);
            return n;
        }
        finally
        {
            await numbers.NoteAsync("outer");
        }
    }
}
