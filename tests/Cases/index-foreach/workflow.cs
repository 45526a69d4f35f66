[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(string[] names)
    {
        var text = "";
        foreach (var (index, name) in names.Index())
        {
            await numbers.NoteAsync($"{index}:{name}");
            text += name;
        }

        return text;
    }
}
