using System.Text.Json;

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(string text)
    {
        var sizes = JsonSerializer.Deserialize<int[]>(text)!;
        await numbers.NoteAsync(JsonSerializer.Serialize(sizes.Select(s => s + 1).ToArray()));
        return sizes.Sum();
    }
}
