[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string[]> RunAsync(int[] values)
    {
        return await Task.WhenAll(values.Select(async value =>
        {
            try
            {
                await numbers.CheckAsync(value, 10);
                return "fine";
            }
            catch (TooLargeException) when (values.Length > 1)
            {
                return "large";
            }
        }));
    }
}
