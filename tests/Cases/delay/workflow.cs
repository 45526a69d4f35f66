[StateMachine]
public sealed partial class Workflow(Numbers numbers, TimeProvider time)
{
    public async Task<int> RunAsync(int n)
    {
        for (int attempt = 1; attempt <= n; attempt++)
        {
            await numbers.NoteAsync($"attempt {attempt}");
            await Task.Delay(TimeSpan.FromSeconds(10 * attempt), time);
        }

        await Task.Delay(TimeSpan.FromMinutes(2), time);
        return n;
    }
}
