[StateMachine]
public sealed partial class Workflow(Numbers numbers, TimeProvider time)
{
    public async Task<int> RunAsync(int n)
    {
        var start = time.GetUtcNow();
        try
        {
            await numbers.NoteAsync("before");
            await Task.Delay(TimeSpan.FromMinutes(n), time);
        }
        finally
        {
            await Task.Delay(TimeSpan.FromSeconds(30), time);
        }

        return (int)(time.GetUtcNow() - start).TotalSeconds;
    }
}
