public sealed record Stock(IReadOnlyDictionary<string, int> Shelves, IReadOnlyDictionary<string, int> Spare);

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(Stock stock)
    {
        var shelves = stock.Shelves;
        var sum = 0;
        foreach (var (shelf, value) in shelves)
        {
            await numbers.NoteAsync(shelf);
            sum += value;
            shelves = stock.Spare;
        }

        return sum + shelves.Count;
    }
}
