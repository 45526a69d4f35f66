[StateMachine, TaskTimeout(40)]
public sealed partial class Workflow(IShop shop, [TaskTimeout(7)] Numbers numbers, Charge charge)
{
    public async Task<int> RunAsync(int max)
    {
        try
        {
            var list = await shop.ListItemsAsync(new(Shelves.Front, max));
            var doubled = await numbers.DoubleAsync(list.Items is { Count: var count } ? count : 0);
            var receipt = await charge.HandleAsync(new("o", doubled));
            return receipt.Total;
        }
        catch (StatesTimeoutException)
        {
            return -1;
        }
    }
}
