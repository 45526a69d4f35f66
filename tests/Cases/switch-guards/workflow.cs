[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(Order order)
    {
        switch (order)
        {
            case { Amount: > 100, Note: { } note } when note.Length > 2:
                return $"noted {note}";
            case { Amount: > 100 } large:
                await numbers.NoteAsync(large.Id);
                return "large";
            case { Note: null }:
                return "bare";
            default:
                return "small";
        }
    }
}
