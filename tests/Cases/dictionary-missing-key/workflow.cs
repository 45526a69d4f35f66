[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(Dictionary<string, int> stock)
    {
        await numbers.NoteAsync("before");
        var count = stock.ContainsKey("a") ? stock["a"] : -1;
        return await numbers.DoubleAsync(count);
    }
}
