[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    private static readonly Bucket Data = new("DataBucket");

    public async Task<int[]> RunAsync(int bonus) => await wf.DistributedMapAsync(ItemSource.Csv<Row>(Data, "rows.csv"), async row =>
    {
        await numbers.NoteAsync(row.Name);
        return await numbers.AddAsync(int.Parse(row.Points), bonus);
    }, new DistributedMapOptions(MaxConcurrency: 1));
}

public sealed record Row(string Name, string Points);
