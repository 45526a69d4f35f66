[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<bool> RunAsync(int n)
    {
        var id = Guid.NewGuid();
        await numbers.NoteAsync("made");
        var text = $"{id} {id}";
        return text.Split(' ')[0] == text.Split(' ')[1];
    }
}
