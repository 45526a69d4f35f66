[StateMachine]
public sealed partial class Workflow(Charge charge)
{
    public async Task<int> RunAsync(Order[] orders)
    {
        var receipts = await Task.WhenAll(orders.Where(o => o.Amount > 5).Select(async order =>
        {
            var receipt = await charge.HandleAsync(order);
            return receipt with { Total = receipt.Total + order.Amount };
        }));
        return receipts.Sum(r => r.Total);
    }
}
