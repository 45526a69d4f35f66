using Aot.Authoring.Services.S3;

public static class Own { public static readonly Bucket Inbox = new("InboxBucket"); public static readonly Bucket Archive = new("ArchiveBucket"); }

[StateMachine]
public sealed partial class Workflow(IS3 s3)
{
    public async Task<long> RunAsync(string prefix)
    {
        long size = 0;
        string? next = null;
        do
        {
            var page = await s3.ListObjectsV2Async(new(Own.Inbox, prefix, MaxKeys: 2, ContinuationToken: next));
            foreach (var item in page.Contents ?? [])
            {
                await s3.CopyObjectAsync(new(Own.Archive, item.Key, $"{Own.Inbox}/{item.Key}"));
                await s3.DeleteObjectAsync(new(Own.Inbox, item.Key));
                size += item.Size;
            }

            next = page.NextContinuationToken;
        }
        while (next is not null);
        return size;
    }
}
