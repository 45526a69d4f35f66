[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int[]> RunAsync(int[] items)
    {
        var inner = items[1..^1];
        await numbers.NoteAsync($"{inner.Length}");
        return [items[^1], .. inner, items[0]];
    }
}
