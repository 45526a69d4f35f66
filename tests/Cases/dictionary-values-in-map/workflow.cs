[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int[]> RunAsync(Dictionary<string, int> stock)
    {
        return await Task.WhenAll(stock.Values.Select(async count => await numbers.DoubleAsync(count)));
    }
}
