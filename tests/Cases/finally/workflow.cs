[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        try
        {
            await numbers.CheckAsync(n, 10);
        }
        finally
        {
            await numbers.NoteAsync("finally");
        }

        return n + 1;
    }
}
