using Aot.Authoring.Services.S3;

public static class Own { public static readonly Bucket Inbox = new("InboxBucket"); public static readonly Bucket Archive = new("ArchiveBucket"); }

[StateMachine]
public sealed partial class Workflow(IS3 s3)
{
    public async Task<int> RunAsync(string key)
    {
        try
        {
            var read = await s3.GetObjectAsync<Order[]>(new(Own.Inbox, key));
            var total = read.Body.Sum(o => o.Amount);
            await s3.PutObjectAsync(new PutObjectRequest<Receipt>(Own.Archive, $"sums/{key}", new Receipt(key, total)));
            return total;
        }
        catch (NoSuchKeyException)
        {
            return -1;
        }
    }
}
