[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(int n)
    {
        var trace = "";
        switch (n)
        {
            case 1:
                await numbers.NoteAsync("one");
                trace += "1";
                goto case 2;
            case 2:
                trace += "2";
                await numbers.NoteAsync("two");
                break;
            default:
                trace = "other";
                break;
        }

        return trace;
    }
}
