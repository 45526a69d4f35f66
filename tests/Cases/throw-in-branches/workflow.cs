[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(int n)
    {
        try
        {
            if (n == 1)
                throw new TooLargeException("one");
            else if (n == 2)
                throw new VeryOddException("two");
            await numbers.CheckAsync(n, 10);
            return "fine";
        }
        catch (TooLargeException e)
        {
            return e.Message;
        }
    }
}
