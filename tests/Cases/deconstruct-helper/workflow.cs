[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var (low, high) = await BoundsAsync(n);
        var (sum, difference) = Both(low, high);
        return await numbers.AddAsync(sum, difference);
    }

    private async Task<(int Low, int High)> BoundsAsync(int value)
    {
        var doubled = await numbers.DoubleAsync(value);
        if (doubled > 10)
            return (10, doubled);
        return (doubled, 10);
    }

    private static (int Sum, int Difference) Both(int left, int right)
    {
        if (left > right)
            return (left + right, left - right);
        return (left + right, right - left);
    }
}
