[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(int n)
    {
        try
        {
            if (n > 3)
                throw new TooLargeException($"{n} is too large");
            await numbers.NoteAsync("small");
        }
        finally
        {
            await numbers.NoteAsync("finally");
        }

        return "fine";
    }
}
