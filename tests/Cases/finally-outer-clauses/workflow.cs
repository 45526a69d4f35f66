[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(int n)
    {
        try
        {
            try
            {
                await numbers.CheckAsync(n, 10);
            }
            finally
            {
                await numbers.NoteAsync("finally");
            }
        }
        catch (VeryOddException)
        {
            return "odd";
        }
        catch (TooLargeException e)
        {
            return e.Message;
        }

        return "fine";
    }
}
