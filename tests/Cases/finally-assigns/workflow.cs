[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var state = 0;
        try
        {
            state = await numbers.CheckAsync(n, 10);
        }
        catch (TooLargeException)
        {
            state = -1;
        }
        finally
        {
            state = state * 10;
        }

        return state;
    }
}
