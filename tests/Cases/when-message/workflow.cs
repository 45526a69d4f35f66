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
        catch (TooLargeException e) when (e.Message == "12 is above 10")
        {
            return "twelve";
        }
        catch (TooLargeException e)
        {
            return e.Message;
        }
    }
}
