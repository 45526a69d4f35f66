[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(int n)
    {
        switch (n)
        {
            case > 10:
                await numbers.NoteAsync("large");
                goto default;
            case 5:
                return "five";
            default:
                await numbers.NoteAsync("default");
                return "default";
        }
    }
}
