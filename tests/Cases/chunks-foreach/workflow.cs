[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int[] items)
    {
        var total = 0;
        foreach (var chunk in items.Chunk(3))
        {
            var doubled = await numbers.DoubleAsync(chunk.Sum());
            total += doubled;
        }

        return total;
    }
}
