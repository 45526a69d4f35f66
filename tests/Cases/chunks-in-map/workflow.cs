[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int[]> RunAsync(int[] items)
    {
        return await Task.WhenAll(items.Chunk(2).Select(async chunk =>
        {
            var sum = await numbers.AddAsync(chunk.First(), chunk.Length > 1 ? chunk[1] : 0);
            return sum;
        }));
    }
}
