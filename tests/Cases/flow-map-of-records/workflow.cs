[StateMachine]
public sealed partial class Workflow(Flow wf, Charge charge)
{
    public async Task<Summary> RunAsync(Order[] orders)
    {
        var urgent = orders.Where(o => o.Note != null).ToArray();
        var receipts = await wf.MapAsync(urgent, async order =>
        {
            var receipt = await charge.HandleAsync(order with { Amount = order.Amount * 2 });
            return new Line(order.Id, receipt.Total, order.Note);
        });
        return new Summary(receipts.Length, receipts.Sum(r => r.Total), receipts.Select(r => r.Id).ToArray());
    }
}

public sealed record Line(string Id, int Total, string? Note);

public sealed record Summary(int Count, int Total, string[] Ids);
