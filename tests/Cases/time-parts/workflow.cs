[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(DateTimeOffset at)
    {
        var utc = at.ToUniversalTime();
        if (utc.Hour >= 22 || utc.DayOfWeek == DayOfWeek.Sunday)
            await numbers.NoteAsync($"{utc:yyyy-MM-dd HH:mm}");
        var midnight = utc - utc.TimeOfDay;
        return midnight.AddDays(1).ToUnixTimeSeconds() > at.ToUnixTimeSeconds() ? $"{midnight.ToUniversalTime():u}" : "";
    }
}
