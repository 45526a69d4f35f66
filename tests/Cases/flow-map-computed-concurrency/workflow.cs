[StateMachine]
public sealed partial class Workflow(Flow wf, Charge charge)
{
    public async Task<int> RunAsync(Batch batch)
    {
        var receipts = await wf.MapAsync(batch.Orders, async order => await charge.HandleAsync(order), new MapOptions { MaxConcurrency = batch.Parallel });
        return receipts.Sum(r => r.Total);
    }
}

public sealed record Batch(Order[] Orders, int? Parallel);
