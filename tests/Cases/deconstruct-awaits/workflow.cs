[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var counter = n;
        var (before, doubled) = (counter, await numbers.DoubleAsync(counter));
        (counter, var added) = (await numbers.AddAsync(counter, 1), await numbers.AddAsync(counter, 10));
        return before + doubled * 10 + counter * 100 + added * 1000;
    }
}
