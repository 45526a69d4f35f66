[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string[]> RunAsync(int[] values)
    {
        var kinds = await Task.WhenAll(values.Select(async value =>
        {
            if (value < 0)
                return "negative";
            try
            {
                await numbers.CheckAsync(value, 2);
                return "small";
            }
            catch (TooLargeException)
            {
                return "large";
            }
        }));
        return kinds;
    }
}
