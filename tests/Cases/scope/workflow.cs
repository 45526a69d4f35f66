[StateMachine]
public sealed partial class Workflow(Numbers numbers, Flow wf)
{
    public async Task<string> RunAsync(string text)
    {
        try
        {
            var parsed = await wf.ScopeAsync(async () =>
            {
                var number = int.Parse(text);
                await numbers.NoteAsync($"read {number}");
                return number * 2;
            });
            return $"{parsed}";
        }
        catch (Exception)
        {
            return "no number";
        }
    }
}
