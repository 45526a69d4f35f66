[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(int n)
    {
        try
        {
            var doubled = await numbers.DoubleAsync(n);
            if (doubled > 5)
                throw new TooLargeException($"{doubled} is too large");
            return "fine";
        }
        catch (TooLargeException e)
        {
            await numbers.NoteAsync(e.Message);
            return "caught";
        }
    }
}
