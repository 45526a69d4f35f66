[StateMachine]
public sealed partial class Workflow(Numbers numbers, TimeProvider time)
{
    public async Task<bool> RunAsync(int n)
    {
        await Task.WhenAll(CheckedAsync(n), Task.Delay(TimeSpan.FromSeconds(5), time));
        return n > 5;
    }

    private async Task CheckedAsync(int value)
    {
        try
        {
            await numbers.CheckAsync(value, 10);
            if (value == 4)
                return;
            await numbers.NoteAsync("not four");
        }
        catch (TooLargeException)
        {
            await numbers.NoteAsync("large");
        }
        finally
        {
            await numbers.NoteAsync($"checked {value}");
        }
    }
}
