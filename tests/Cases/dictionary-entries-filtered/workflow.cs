[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<Dictionary<string, int>> RunAsync(Dictionary<string, int> stock)
    {
        await numbers.NoteAsync($"{stock.Count}");
        return stock.Where(p => p.Value > 1).ToDictionary(p => p.Key, p => p.Value * 10);
    }
}
