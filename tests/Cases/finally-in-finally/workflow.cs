[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(int n)
    {
        try
        {
            await numbers.CheckAsync(n, 10);
            return "fine";
        }
        finally
        {
            try
            {
                await numbers.CheckAsync(n, 5);
            }
            catch (TooLargeException)
            {
                await numbers.NoteAsync("cleaning failed");
            }
            finally
            {
                await numbers.NoteAsync("cleaned");
            }
        }
    }
}
