[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task RunAsync()
    {
        await numbers.NoteAsync("nothing to read");
    }
}
