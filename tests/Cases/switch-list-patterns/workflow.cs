[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(string[] words)
    {
        switch (words)
        {
            case []:
                return "none";
            case ["go"]:
                await numbers.NoteAsync("go");
                break;
            case ["go", _]:
                await numbers.NoteAsync($"go {words[1]}");
                break;
            case ["stop", ..]:
                return "stopped";
            default:
                return "unknown";
        }

        return "gone";
    }
}
