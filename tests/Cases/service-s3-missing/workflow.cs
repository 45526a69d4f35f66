using Aot.Authoring.Services.S3;

public static class Own { public static readonly Bucket Inbox = new("InboxBucket"); public static readonly Bucket Archive = new("ArchiveBucket"); }

[StateMachine]
public sealed partial class Workflow(IS3 s3)
{
    public async Task<string> RunAsync(string key)
    {
        try
        {
            var read = await s3.GetObjectAsync(new(Own.Inbox, key));
            return read.Body;
        }
        catch (NoSuchKeyException)
        {
            await s3.PutObjectAsync(new PutObjectRequest(Own.Inbox, key, "empty", "text/plain"));
            return "created";
        }
    }
}
