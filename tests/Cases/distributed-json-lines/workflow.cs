[StateMachine]
public sealed partial class Workflow(Flow wf, Charge charge)
{
    private static readonly Bucket Data = new("DataBucket");

    public async Task RunAsync()
    {
        await wf.DistributedMapAsync(ItemSource.JsonLines<Order>(Data, "orders.jsonl"), order => charge.HandleAsync(order), new DistributedMapOptions(WorkflowType.Express));
    }
}
