[StateMachine]
public sealed partial class Workflow(IShop shop)
{
    public async Task<string> RunAsync(int n)
    {
        var page = await shop.ListItemsAsync(new ListRequest(Shelves.Front, n));
        if (page.Items is not { Count: > 0 } items)
            return "nothing";
        return items[0].Name;
    }
}
