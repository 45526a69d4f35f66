[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var results = await Task.WhenAll(numbers.DoubleAsync(n), numbers.AddAsync(n, 1));
        return results[0] + results[1];
    }
}
