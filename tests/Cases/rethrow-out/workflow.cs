[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        try
        {
            await numbers.CheckAsync(n, 2);
        }
        catch (Exception)
        {
            await numbers.NoteAsync("seen");
            throw;
        }

        return n;
    }
}
