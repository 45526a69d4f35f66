public sealed record Stock(IReadOnlyDictionary<string, int> Shelves);

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(Stock stock)
    {
        var total = 0;
        foreach (var pair in stock.Shelves)
        {
            await numbers.NoteAsync($"{pair.Key}: {pair.Value}");
            if (pair.Value == 0)
                continue;
            total += pair.Value;
        }

        return total;
    }
}
