[StateMachine]
public sealed partial class Workflow(Numbers numbers, Flow wf)
{
    public async Task<string> RunAsync(int n)
    {
        try
        {
            var doubled = await wf.ScopeAsync(async () =>
            {
                var value = 100 / n;
                return await numbers.DoubleAsync(value);
            });
            return $"{doubled}";
        }
        catch (Exception)
        {
            return "failed";
        }
        finally
        {
            await numbers.NoteAsync("finally");
        }
    }
}
