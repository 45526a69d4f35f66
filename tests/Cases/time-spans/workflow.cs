[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(DateTimeOffset[] times)
    {
        var span = times.Max() - times[0];
        if (span > TimeSpan.FromHours(1))
            await numbers.NoteAsync($"{span.Days}d {span.Hours}h {span.TotalMinutes:F0}");
        return (int)(span / 2).TotalSeconds;
    }
}
