public sealed record Limits(int Used, int? Most = null);

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int?> RunAsync(Limits limits)
    {
        var rest = limits.Most - limits.Used;
        if (rest > 0)
            await numbers.NoteAsync($"{rest} left");
        return rest;
    }
}
