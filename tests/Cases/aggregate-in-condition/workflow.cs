[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<bool> RunAsync(int[] items)
    {
        if (items.Aggregate(0, (total, item) => total * 2 + item) > 5)
        {
            await numbers.NoteAsync("large");
            return true;
        }

        return false;
    }
}
