[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(int n)
    {
        try
        {
            await numbers.CheckAsync(n, 10);
            return "fine";
        }
        catch (TooLargeException) when (n == 12)
        {
            return "twelve";
        }
        catch (TooLargeException) when (n == 14)
        {
            return "fourteen";
        }
        catch (VeryOddException) when (n == 13)
        {
            return "thirteen";
        }
        catch (Exception e)
        {
            await numbers.NoteAsync(e.Message);
            return "other";
        }
    }
}
