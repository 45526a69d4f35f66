[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var first = await GrowAsync(n, 1);
        var second = await GrowAsync(first, 100);
        return first + second;
    }

    private async Task<int> GrowAsync(int value, int by)
    {
        if (value > 50)
            return value;
        var doubled = await numbers.DoubleAsync(value);
        by++;
        return doubled + by;
    }
}
