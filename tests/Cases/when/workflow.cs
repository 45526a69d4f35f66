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
        catch (TooLargeException) when (n < 20)
        {
            return "a bit";
        }
    }
}
