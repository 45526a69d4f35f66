[StateMachine]
public sealed partial class Workflow(Numbers numbers, TimeProvider time)
{
    public async Task<string> RunAsync(int n)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await numbers.CheckAsync(n, attempt * 2);
                return $"attempt {attempt}";
            }
            catch (TooLargeException) when (attempt < 3)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt * 5), time);
            }
        }
    }
}
