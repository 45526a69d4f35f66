[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(string text)
    {
        try
        {
            await numbers.NoteAsync("before");
            var parsed = int.Parse(text);
            await numbers.NoteAsync($"{parsed} {parsed}");
            return parsed;
        }
        catch (Exception)
        {
            return -1;
        }
    }
}
