[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(int n)
    {
        try
        {
            try
            {
                await numbers.CheckAsync(n, 10);
                return "fine";
            }
            catch
            {
                await numbers.NoteAsync("seen");
                throw;
            }
        }
        catch (VeryOddException)
        {
            return "odd";
        }
        catch (Exception e)
        {
            return e.Message;
        }
    }
}
