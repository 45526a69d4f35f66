[StateMachine]
public sealed partial class Workflow(Numbers numbers, TimeProvider time)
{
    public async Task<string> RunAsync(int seconds)
    {
        await numbers.NoteAsync("before");
        await PauseAsync(seconds);
        await numbers.NoteAsync("after");
        return $"{seconds}";
    }

    [RawState("""{ "Type": "Wait", "Seconds": "{% $states.input + 1 %}" }""")]
    private Task PauseAsync(int seconds) => Task.Delay(TimeSpan.FromSeconds(seconds + 1), time);
}
