[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        int[] results = await Task.WhenAll([numbers.DoubleAsync(n), numbers.AddAsync(n, 1), TripleAsync()]);
        return results.Sum();

        async Task<int> TripleAsync() => await numbers.AddAsync(n, n + n);
    }
}
