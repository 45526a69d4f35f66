[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(Dictionary<string, int> stock)
    {
        var names = "";
        foreach (var (name, count) in stock)
        {
            if (count > 1)
                await numbers.NoteAsync($"{name} {count}");
            names += name;
        }

        return names;
    }
}
