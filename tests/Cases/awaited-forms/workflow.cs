[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        await numbers.NoteAsync("statement");
        var declared = await numbers.DoubleAsync(n);
        declared = await numbers.DoubleAsync(declared);
        _ = await numbers.DoubleAsync(0).ConfigureAwait(false);
        return await numbers.DoubleAsync(declared);
    }
}
