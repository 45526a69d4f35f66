// A body in parentheses is the expression in it, and a call among its own arguments is no recursion.
[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int input) => await numbers.DoubleAsync(Grow(Grow(input, 2), Grow(3, input)));

    private static int Grow(int left, int right) => (left + right * 2);
}
