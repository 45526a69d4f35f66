[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    public async Task<string> RunAsync(Request request)
    {
        await wf.DistributedMapAsync(
            ItemSource.Array(request.Values),
            async value => await numbers.CheckAsync(value, 10),
            new DistributedMapOptions(MaxConcurrency: 1, ToleratedFailureCount: request.Failures, ToleratedFailurePercentage: 50));
        return "half of them";
    }
}

public sealed record Request(int[] Values, int Failures);
