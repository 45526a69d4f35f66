[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        try
        {
            try
            {
                await numbers.CheckAsync(n, 2);
            }
            catch (TooLargeException)
            {
                await numbers.NoteAsync("inner");
            }

            await numbers.CheckAsync(n + 1, 2);
            return 0;
        }
        catch (VeryOddException)
        {
            await numbers.NoteAsync("outer");
            return 1;
        }
    }
}
