using Aot.Authoring.Services.EventBridge;

public static class Own { public static readonly Bus Shop = new("ShopBus"); }

[StateMachine]
public sealed partial class Workflow(IEventBridge events)
{
    public async Task<string> RunAsync(Order[] orders)
    {
        try
        {
            var put = await events.PutEventsAsync(new PutEventsRequest<Order>([.. orders.Select(o => new PutEventsEntry<Order>(Own.Shop, "shop", "OrderPlaced", o))]));
            return put.Entries[0].EventId;
        }
        catch (FailedEntryException e)
        {
            return e.Message;
        }
    }
}
