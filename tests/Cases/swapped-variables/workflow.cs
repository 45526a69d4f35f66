[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var doubled = await numbers.DoubleAsync(n);
        var (low, high) = (n, doubled);
        (low, high) = (high, low);
        await numbers.NoteAsync($"{low} {high}");
        return low - high;
    }
}
