[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    private static readonly Bucket Uploads = new("UploadBucket");

    public async Task<long> RunAsync(Prefix prefix)
    {
        var sizes = await wf.DistributedMapAsync(ItemSource.Objects(Uploads, $"{prefix.Name}/"), async found =>
        {
            await numbers.NoteAsync($"{found.Key} in {found.StorageClass}");
            return found.Size;
        });
        return sizes.Sum();
    }
}

public sealed record Prefix(string Name);
