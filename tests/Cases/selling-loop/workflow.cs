public sealed record Sales(int Sold, int Gone);

[StateMachine]
public sealed partial class Workflow(IShop shop, Numbers numbers)
{
    public async Task<Sales> RunAsync(int n)
    {
        int sold = 0, gone = 0, idle = 0;
        while (idle < 2)
        {
            var page = await shop.ListItemsAsync(new ListRequest(Shelves.Front, n));
            if (idle > 0 || page.Items is not { Count: > 0 } items)
            {
                idle++;
                continue;
            }

            idle = 1;
            foreach (var item in items)
            {
                try
                {
                    await shop.SellItemAsync(new SellRequest(Shelves.Front, item.Name));
                    sold++;
                }
                catch (SoldOutException e)
                {
                    gone++;
                    await numbers.NoteAsync(e.Message);
                }
            }
        }

        return new Sales(sold, gone);
    }
}
