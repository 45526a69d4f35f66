[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var turns = 0;
        while (true)
        {
            try
            {
                turns++;
                if (turns == n)
                    return await numbers.DoubleAsync(turns);
                if (turns > 5)
                    break;
                await numbers.NoteAsync($"turn {turns}");
            }
            finally
            {
                await numbers.NoteAsync("finally");
            }
        }

        return -turns;
    }
}
