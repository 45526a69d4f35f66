[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        if (n < 0)
        {
            await numbers.NoteAsync("negative");
            return -1;
        }
        else if (n == 0)
        {
            await numbers.NoteAsync("zero");
        }
        else if (n < 10)
        {
            await numbers.NoteAsync("digit");
        }

        return n;
    }
}
