[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(int n)
    {
        var outcome = "fine";
        try
        {
            await numbers.CheckAsync(n, 10);
        }
        catch (VeryOddException)
        {
            outcome = "odd";
        }
        finally
        {
            await numbers.NoteAsync(outcome);
        }

        return outcome;
    }
}
