[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var failures = 0;
        for (int value = 1; value <= n; value++)
        {
            try
            {
                await numbers.CheckAsync(value, 2);
                await numbers.NoteAsync("fine");
            }
            catch (TooLargeException e)
            {
                failures++;
                await numbers.NoteAsync(e.Message);
            }
            catch (VeryOddException e)
            {
                failures += 10;
                await numbers.NoteAsync("odd: " + e.Message);
            }
        }

        return failures;
    }
}
