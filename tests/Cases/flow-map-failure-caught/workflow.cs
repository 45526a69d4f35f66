[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    public async Task<string> RunAsync(int[] values)
    {
        try
        {
            await wf.MapAsync(values, async value => await numbers.CheckAsync(value, 10), new MapOptions(MaxConcurrency: 1));
            return "all checked";
        }
        catch (TooLargeException e)
        {
            return e.Message;
        }
    }
}
