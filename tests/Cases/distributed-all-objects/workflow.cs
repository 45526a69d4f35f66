[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    public async Task RunAsync() =>
        await wf.DistributedMapAsync(ItemSource.Objects(new Bucket("UploadBucket"), maxItems: 2), async found => await numbers.NoteAsync(found.Key));
}
