[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var doubled = await TwiceAsync(n);
        return await TwiceAsync(doubled);
    }

    private Task<int> TwiceAsync(int value) => numbers.DoubleAsync(value);
}
