[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    public async Task<string[]> RunAsync(Request request) => await wf.DistributedMapAsync(ItemSource.Array(request.Values), async value =>
    {
        if (value < request.Least)
            return "small";
        if (value > request.Most)
            return "large";
        await numbers.NoteAsync($"{value}");
        return "kept";
    });
}

public sealed record Request(int[] Values, int Least, int Most);
