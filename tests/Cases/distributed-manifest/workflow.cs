[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    private static readonly Bucket Inventory = new("InventoryBucket");

    public async Task RunAsync(string day) => await wf.DistributedMapAsync(
        ItemSource.Manifest<Entry>(Inventory, $"daily/{day}/manifest.json"), async entry => await numbers.NoteAsync($"{entry.Bucket} {entry.Key} {entry.Size}"));
}

[AwsShape]
public sealed record Entry(string Bucket, string Key, string Size);
