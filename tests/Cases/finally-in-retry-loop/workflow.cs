[StateMachine]
public sealed partial class Workflow(Numbers numbers, TimeProvider time)
{
    public async Task<string> RunAsync(int n)
    {
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            try
            {
                await numbers.CheckAsync(n, attempt * 2);
                return $"attempt {attempt}";
            }
            catch (TooLargeException)
            {
                if (attempt == 3)
                    break;
                await Task.Delay(TimeSpan.FromSeconds(10), time);
            }
            finally
            {
                await numbers.NoteAsync($"attempt {attempt} ended");
            }
        }

        return "given up";
    }
}
