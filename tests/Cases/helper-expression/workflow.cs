[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var doubled = await numbers.DoubleAsync(Square(n) + 1);
        return Square(doubled);
    }

    private static int Square(int value) => value * value;
}
