[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    private static readonly Bucket Data = new("DataBucket");

    public async Task RunAsync(int size) => await wf.DistributedMapBatchesAsync(
        ItemSource.Csv<Row>(Data, "rows.csv"),
        async batch => await numbers.NoteAsync(string.Join("+", batch.Select(row => row.Id))),
        new BatchOptions(MaxItemsPerBatch: size, MaxInputBytesPerBatch: 10_000),
        new DistributedMapOptions(WorkflowType.Express, Label: "rows"));
}

public sealed record Row(string Id);
