[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        try
        {
            var value = await GuardedAsync(n);
            return value + 1;
        }
        finally
        {
            await numbers.NoteAsync("caller");
        }
    }

    private async Task<int> GuardedAsync(int value)
    {
        try
        {
            if (value == 0)
                return 50;
            return await numbers.CheckAsync(value, 10);
        }
        finally
        {
            await numbers.NoteAsync("helper");
        }
    }
}
