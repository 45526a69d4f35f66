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
            catch (Exception) when (n > 20)
            {
                return "inner";
            }
        }
        catch (TooLargeException)
        {
            return "outer";
        }
    }
}
