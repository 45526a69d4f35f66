[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(string? name)
    {
        var shown = name;
        shown ??= "nobody";
        await numbers.NoteAsync(shown);
        return shown;
    }
}
