[StateMachine]
public sealed partial class Workflow([Retry(Errors = ["TooLargeException"], MaxAttempts = 2, IntervalSeconds = 3, FullJitter = true)] Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        await numbers.NoteAsync("retried");
        return n;
    }
}
