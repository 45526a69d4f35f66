[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var skipped = 0;
        foreach (var value in new[] { 4, 12, 14, 22 })
        {
            try
            {
                await numbers.CheckAsync(value, 10);
            }
            catch (TooLargeException) when (value <= n)
            {
                skipped++;
                continue;
            }

            await numbers.NoteAsync($"kept {value}");
        }

        return skipped;
    }
}
