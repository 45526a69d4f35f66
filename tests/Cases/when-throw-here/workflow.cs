[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(int n)
    {
        var limit = await numbers.DoubleAsync(5);
        try
        {
            if (n > limit)
                throw new TooLargeException($"{n}");
            await numbers.NoteAsync("small");
            return "fine";
        }
        catch (TooLargeException e) when (n < 2 * limit)
        {
            return $"soft {e.Message}";
        }
        catch (TooLargeException e)
        {
            return $"hard {e.Message}";
        }
    }
}
