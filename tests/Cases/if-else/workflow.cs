[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        if (n > 2)
            await numbers.NoteAsync("large");
        else
            await numbers.NoteAsync("small");
        return n;
    }
}
