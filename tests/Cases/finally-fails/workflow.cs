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
                return "fine";
            }
            finally
            {
                await numbers.CheckAsync(n + 1, 10);
            }
        }
        catch (TooLargeException e)
        {
            return e.Message;
        }
    }
}
