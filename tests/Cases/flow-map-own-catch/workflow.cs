[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    public async Task<string[]> RunAsync(int[] values)
    {
        return await wf.MapAsync(values, async value =>
        {
            try
            {
                var found = await numbers.CheckAsync(value, 5);
                return $"{found} is fine";
            }
            catch (TooLargeException)
            {
                return $"{value} is too large";
            }
            catch (VeryOddException e)
            {
                return e.Message;
            }
        });
    }
}
