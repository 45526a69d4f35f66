[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var doubled = await numbers.DoubleAsync(n);
        return doubled + 1;
    }
}
