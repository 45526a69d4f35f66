[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(int n)
    {
        var text = "";
        var doubled = await numbers.DoubleAsync(n);
        switch (doubled)
        {
            case 2:
                text = "two";
                break;
            default:
                text = "many";
                await numbers.NoteAsync("default");
                break;
            case 4:
            case 6:
                await numbers.NoteAsync("four or six");
                return "few";
            case > 100 and < 200:
                text = "hundreds";
                break;
        }

        return text;
    }
}
