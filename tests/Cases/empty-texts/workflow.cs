[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(int n)
    {
        var log = "";
        for (int i = 0; i < n; i++)
        {
            await numbers.NoteAsync("");
            log += "line\n";
        }

        if (n > 100)
            throw new TooLargeException("");
        return log;
    }
}
