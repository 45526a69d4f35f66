[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string[]> RunAsync(int n)
    {
        var names = new[] { "a", "b" };
        foreach (var name in names)
        {
            names = [.. names, name + name];
            await numbers.NoteAsync(name);
        }

        return names;
    }
}
