[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var result = 0;
        try
        {
            result = await numbers.CheckAsync(n, 2);
        }
        catch (TooLargeException)
        {
            result = -1;
        }

        return result;
    }
}
