[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(int n)
    {
        var trace = "";
        switch (n)
        {
            case 2:
                trace += "2";
                await numbers.NoteAsync("two");
                break;
            case 1:
                trace += "1";
                goto case 2;
            case 3:
                trace += "3";
                await numbers.NoteAsync("three");
                goto case 1;
        }

        return trace;
    }
}
