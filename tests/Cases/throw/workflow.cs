[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var doubled = await numbers.DoubleAsync(n);
        if (doubled > 5)
            throw new TooLargeException($"{doubled} is too large");
        return doubled;
    }
}
