[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(string[] names)
    {
        var recent = names.TakeLast(2).ToArray();
        foreach (var name in recent)
            await numbers.NoteAsync(name);
        return names.SkipLast(1).LastOrDefault() ?? "none";
    }
}
