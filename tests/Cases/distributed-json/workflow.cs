[StateMachine]
public sealed partial class Workflow(Flow wf, Charge charge)
{
    private static readonly Bucket Data = new("DataBucket");

    public async Task<int> RunAsync(string day)
    {
        var totals = await wf.DistributedMapAsync(ItemSource.Json<Order>(Data, $"orders/{day}.json"), async order =>
        {
            var receipt = await charge.HandleAsync(order);
            return receipt.Total;
        });
        return totals.Sum();
    }
}
