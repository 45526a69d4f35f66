[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int[]> RunAsync(int[] items)
    {
        var known = new[] { 1, 2, 3 };
        var unknown = items.Except(known).ToArray();
        if (unknown.Length > 0 && !items.SequenceEqual(known))
            await numbers.NoteAsync(string.Join(",", unknown));
        return [.. items.Intersect(known), .. items.Union(known)];
    }
}
