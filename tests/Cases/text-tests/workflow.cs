[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(string line)
    {
        if (line.StartsWith("job-", StringComparison.Ordinal) && line.EndsWith(".OK", StringComparison.OrdinalIgnoreCase))
            await numbers.NoteAsync(line.Replace("job-", ""));
        else if (string.IsNullOrWhiteSpace(line))
            return "blank";
        return line.Trim().Replace("-", "_").PadLeft(8, '.');
    }
}
