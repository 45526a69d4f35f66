[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        await numbers.NoteAsync(Guid.NewGuid() == Guid.Empty ? "empty" : "new");
        return n;
    }
}
