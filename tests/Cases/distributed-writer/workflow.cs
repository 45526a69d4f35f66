[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    private static readonly Bucket Data = new("DataBucket");
    private static readonly Bucket Results = new("ResultBucket");

    public async Task<string> RunAsync(string day)
    {
        var run = await wf.DistributedMapAsync(
            ItemSource.JsonLines<int>(Data, "numbers.jsonl"),
            async value => await numbers.CheckAsync(value, 10),
            new ResultWriter(Results, $"checked/{day}"),
            new DistributedMapOptions(MaxConcurrency: 1, ToleratedFailurePercentage: 40));
        await numbers.NoteAsync($"results in {run.ResultWriterDetails.Bucket}");
        return run.ResultWriterDetails.Key.StartsWith("checked/", StringComparison.Ordinal) ? "written" : "lost";
    }
}
