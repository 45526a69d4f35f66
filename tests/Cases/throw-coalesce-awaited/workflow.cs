[StateMachine]
public sealed partial class Workflow(Numbers numbers, IShop shop)
{
    public async Task<int> RunAsync(int n)
    {
        try
        {
            var list = await shop.ListItemsAsync(new ListRequest(Shelves.Front, n));
            var items = list.Items ?? throw new TooLargeException("nothing there");
            return items.Count;
        }
        catch (TooLargeException e)
        {
            await numbers.NoteAsync(e.Message);
            return 0;
        }
    }
}
