public sealed record Stock(IReadOnlyDictionary<string, string[]> Shelves);

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(Stock stock)
    {
        var count = 0;
        foreach (var (shelf, names) in stock.Shelves)
        {
            foreach (var name in names)
            {
                if (name == "")
                    break;
                count++;
                await numbers.NoteAsync($"{shelf}/{name}");
            }
        }

        return count;
    }
}
