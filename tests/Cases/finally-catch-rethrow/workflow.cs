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
            catch (TooLargeException)
            {
                await numbers.NoteAsync("caught");
                throw;
            }
            finally
            {
                await numbers.NoteAsync("finally");
            }
        }
        catch (TooLargeException)
        {
            return "outer";
        }

        return "fine";
    }
}
