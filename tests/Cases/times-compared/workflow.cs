public sealed record Meeting(DateTimeOffset From, DateTimeOffset? Until);

// Points in time are compared as such, whatever offset they were written with.
[StateMachine]
public sealed partial class Workflow(Numbers numbers, TimeProvider time)
{
    public async Task<string> RunAsync(Meeting meeting)
    {
        var end = meeting.Until ?? meeting.From.AddHours(1);
        var minutes = (int)(end - meeting.From).TotalMinutes;
        await numbers.NoteAsync($"{meeting.From:u} {minutes}");
        if (meeting.From == end || end < meeting.From)
        {
            return "empty";
        }

        await Task.Delay(TimeSpan.FromSeconds(30), time);
        return time.GetUtcNow() > end ? "over" : $"until {end:u}";
    }
}
