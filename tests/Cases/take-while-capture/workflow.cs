[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int[]> RunAsync(int[] items)
    {
        var limit = await numbers.DoubleAsync(2);
        var head = items.TakeWhile(i => i < limit).ToArray();
        var tail = items.SkipWhile(i => i < limit).ToArray();
        await numbers.NoteAsync($"{head.Length} {tail.Length}");
        return [.. tail, .. head];
    }
}
