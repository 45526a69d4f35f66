[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(Order order)
    {
        var note = order.Note ?? throw new TooLargeException("no note");
        await numbers.NoteAsync(note);
        return note;
    }
}
