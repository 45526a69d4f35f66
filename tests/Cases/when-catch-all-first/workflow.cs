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
        catch (Exception) when (n > 30)
        {
            return "far";
        }
        catch (TooLargeException)
        {
            return "large";
        }
        catch (VeryOddException)
        {
            return "odd";
        }
    }
}
