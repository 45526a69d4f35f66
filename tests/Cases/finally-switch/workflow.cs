[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(int n)
    {
        try
        {
            switch (n)
            {
                case 1:
                    await numbers.NoteAsync("one");
                    break;
                case 2:
                    return "two";
                default:
                    await numbers.CheckAsync(n, 10);
                    break;
            }
        }
        finally
        {
            await numbers.NoteAsync("finally");
        }

        return "end";
    }
}
