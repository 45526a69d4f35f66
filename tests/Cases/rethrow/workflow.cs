[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(int n)
    {
        try
        {
            try
            {
                await numbers.CheckAsync(n, 2);
            }
            catch (Exception)
            {
                await numbers.NoteAsync("seen");
                throw;
            }
        }
        catch (TooLargeException e)
        {
            return e.Message;
        }

        return "fine";
    }
}
