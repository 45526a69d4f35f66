[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        n = n + 1;
        await numbers.NoteAsync($"{n}");
        n *= 2;
        return n;
    }
}
