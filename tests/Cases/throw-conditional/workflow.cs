[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var doubled = await numbers.DoubleAsync(n);
        var small = doubled < 10 ? doubled : throw new TooLargeException($"{doubled}");
        return small > 0 ? small + 1 : throw new VeryOddException("not positive");
    }
}
