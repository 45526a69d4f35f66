[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        try
        {
            var results = await Task.WhenAll(numbers.CheckAsync(n, 10), numbers.CheckAsync(n, 2));
            return results.Sum();
        }
        catch (TooLargeException)
        {
            return -1;
        }
    }
}
