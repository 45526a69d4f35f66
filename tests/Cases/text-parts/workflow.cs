[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(string line)
    {
        var parts = line.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var part in parts)
            await numbers.NoteAsync(part);
        return string.Concat(parts.Reverse());
    }
}
