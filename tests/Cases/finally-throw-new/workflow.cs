[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(int n)
    {
        try
        {
            try
            {
                if (n > 3)
                    throw new TooLargeException($"{n}");
                await numbers.NoteAsync("small");
            }
            finally
            {
                await numbers.NoteAsync("finally");
            }
        }
        catch (TooLargeException e)
        {
            return e.Message;
        }

        return "fine";
    }
}
