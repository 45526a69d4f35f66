[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int[] items)
    {
        var total = 0;
        foreach (var (left, right) in items.Zip(items.Skip(1)))
            total = await numbers.AddAsync(total, left * 10 + right);
        return total;
    }
}
