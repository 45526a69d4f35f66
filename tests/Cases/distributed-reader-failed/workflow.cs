[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    public async Task<string> RunAsync(string key)
    {
        try
        {
            await wf.DistributedMapAsync(ItemSource.Json<int>(new Bucket("DataBucket"), key), async value => await numbers.DoubleAsync(value));
            return "read";
        }
        catch (ItemReaderFailedException)
        {
            await numbers.NoteAsync($"no {key}");
            return "missing";
        }
    }
}
