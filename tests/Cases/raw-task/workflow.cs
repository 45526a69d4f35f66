[StateMachine]
public sealed partial class Workflow(IArchive archive)
{
    public async Task<string> RunAsync(Upload upload)
    {
        var size = await SizeAsync(upload.File);
        return size > 100 ? $"{upload.File.Key} has {size} bytes" : "small";
    }

    // A unit test runs the body, Step Functions the state.
    [RawState("""
        {
          "Type": "Task",
          "Resource": "arn:aws:states:::aws-sdk:s3:headObject",
          "Arguments": { "Bucket": "${UploadBucket}", "Key": "{% 'in/' & $states.input.key %}", "ExpectedBucketOwner": "1111${Account}" },
          "TimeoutSeconds": 20,
          "Output": "{% $states.result.ContentLength %}"
        }
        """)]
    [TaskPermission("s3:GetObject", "${UploadBucket.Arn}/in/*")]
    [Retry(Errors = ["S3.S3Exception"], MaxAttempts = 2)]
    private async Task<long> SizeAsync(StoredFile file)
    {
        var head = await archive.HeadObjectAsync(new("UploadBucket", $"in/{file.Key}", "1111Account"));
        return head.ContentLength;
    }
}

public sealed record StoredFile(string Key);

public sealed record Upload(StoredFile File);

[AwsShape]
public sealed record HeadRequest(string Bucket, string Key, string ExpectedBucketOwner);

[AwsShape]
public sealed record HeadResponse(long ContentLength);

public interface IArchive
{
    [ServiceIntegration("arn:aws:states:::aws-sdk:s3:headObject")]
    Task<HeadResponse> HeadObjectAsync(HeadRequest request);
}

public sealed class Archive : IArchive
{
    public Task<HeadResponse> HeadObjectAsync(HeadRequest request)
    {
        Calls.Add($"head {request.Bucket} {request.Key} {request.ExpectedBucketOwner}");
        return Task.FromResult(new HeadResponse(request.Key.Length * 10L));
    }
}
