[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int[]> RunAsync(int n)
    {
        var offset = n * 10;
        var sums = await Task.WhenAll(Enumerable.Range(0, n).Select(async i => await numbers.AddAsync(i, offset)));
        return sums;
    }
}
