[StateMachine(Type = WorkflowType.Express, TimeoutSeconds = 60)]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(int n)
    {
        var heavy = n > 10 || n < 0;
        if (!heavy)
        {
            try
            {
                var checkedValue = await numbers.CheckAsync(n, 2);
                return $"light {checkedValue}";
            }
            catch (VeryOddException)
            {
                // Falls through to the attempts.
            }
        }

        for (int attempt = 1; attempt <= 2; attempt++)
        {
            try
            {
                var value = await numbers.CheckAsync(n + attempt, 4);
                return $"attempt {attempt} {value}";
            }
            catch (VeryOddException)
            {
            }
        }

        throw new TooLargeException($"no way for {n}");
    }
}
