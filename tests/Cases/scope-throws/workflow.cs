[StateMachine]
public sealed partial class Workflow(Numbers numbers, Flow wf)
{
    public async Task<string> RunAsync(int n)
    {
        try
        {
            await wf.ScopeAsync(async () =>
            {
                if (n < 0)
                    throw new TooLargeException("below");
                if (n == 0)
                    return;
                await numbers.CheckAsync(n, 10);
            });
        }
        catch (TooLargeException e)
        {
            await numbers.NoteAsync(e.Message);
            return "too large";
        }

        return "fine";
    }
}
