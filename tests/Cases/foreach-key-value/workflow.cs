public sealed record Stock(Dictionary<string, Item> Shelves);

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(Stock stock)
    {
        foreach (var (shelf, item) in stock.Shelves)
        {
            try
            {
                await numbers.CheckAsync(item.Price, 10);
            }
            catch (TooLargeException)
            {
                return $"{shelf}: {item.Name} is too expensive";
            }
        }

        return "all fine";
    }
}
