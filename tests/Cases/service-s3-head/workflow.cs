using Aot.Authoring.Services.S3;

public static class Own { public static readonly Bucket Inbox = new("InboxBucket"); public static readonly Bucket Archive = new("ArchiveBucket"); }

[StateMachine]
public sealed partial class Workflow(IS3 s3)
{
    public async Task<string> RunAsync(string key)
    {
        var head = await s3.HeadObjectAsync(new(Own.Inbox, key));
        return $"{head.ContentLength} {head.ContentType ?? "?"}";
    }
}
