using System.Globalization;

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(string text)
    {
        var at = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
        await numbers.NoteAsync($"{at.AddMinutes(-30).ToUniversalTime():HH:mm:ss}");
        return at > new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) ? "later" : "earlier";
    }
}
