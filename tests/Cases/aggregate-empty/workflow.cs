[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int[] items)
    {
        await numbers.NoteAsync($"{items.Sum()}");
        if (items.Length == 0)
            return 0;
        return await Largest(items);

        async Task<int> Largest(int[] xs) => await numbers.DoubleAsync(xs.Max());
    }
}
