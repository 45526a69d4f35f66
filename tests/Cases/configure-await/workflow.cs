[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        await numbers.NoteAsync("first").ConfigureAwait(false);
        var doubled = await numbers.DoubleAsync(n).ConfigureAwait(true);
        await Task.WhenAll(numbers.NoteAsync("second"), numbers.NoteAsync("third")).ConfigureAwait(false);
        return doubled;
    }
}
