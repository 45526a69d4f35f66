[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(int n)
    {
        try
        {
            await numbers.CheckAsync(n, 2);
            return "fine";
        }
        catch (Exception e)
        {
            return e.Message;
        }
    }
}
