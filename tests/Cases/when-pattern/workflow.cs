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
        catch (TooLargeException) when (n is > 15 and < 25)
        {
            return "in between";
        }
        catch (TooLargeException) when (n is 12 or 30)
        {
            return "listed";
        }
    }
}
