[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int[][] rows)
    {
        var sum = 0;
        foreach (var row in rows)
        {
            try
            {
                if (row.Length == 0)
                    continue;
                var checkedRow = await Task.WhenAll(row.Select(async value =>
                {
                    try
                    {
                        return await numbers.CheckAsync(value, 10);
                    }
                    catch (TooLargeException) when (sum > 0)
                    {
                        return 0;
                    }
                    finally
                    {
                        await numbers.NoteAsync($"value {value}");
                    }
                }));
                sum += checkedRow.Sum();
                if (sum > 20)
                    break;
            }
            finally
            {
                await numbers.NoteAsync($"sum {sum}");
            }
        }

        return sum;
    }
}
