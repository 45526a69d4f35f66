[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(string[] words)
    {
        switch (words)
        {
            case []:
                return "empty";
            case [var only]:
                await numbers.NoteAsync(only);
                return "one";
            case ["get", .., "now"]:
                await numbers.NoteAsync("urgent");
                return "urgent";
            default:
                return $"{words.Length}";
        }
    }
}
