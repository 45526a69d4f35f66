[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    public async Task<string[]> RunAsync(Request request)
    {
        var prefix = request.Name + ":";
        return await wf.DistributedMapAsync(ItemSource.Array(request.Rows), async row =>
        {
            var sums = await wf.MapAsync(row, async value => await numbers.AddAsync(value, request.Offset));
            return prefix + string.Join(",", sums.Select(s => s.ToString()));
        });
    }
}

public sealed record Request(int[][] Rows, string Name, int Offset);
