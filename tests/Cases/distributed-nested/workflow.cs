[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    private static readonly DistributedMapOptions InOrder = new(MaxConcurrency: 1);

    public async Task<int[][]> RunAsync(Request request) => await wf.DistributedMapAsync(ItemSource.Array(request.Rows), async row =>
    {
        var first = await numbers.DoubleAsync(row.Factor);
        return await wf.DistributedMapAsync(ItemSource.Array(row.Values), async value => await numbers.AddAsync(value * request.Scale, first), InOrder);
    }, InOrder);
}

public sealed record Row(int Factor, int[] Values);

public sealed record Request(Row[] Rows, int Scale);
