using System.Text;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;
using Aot.Local.Services;
using Aot.Local.Services.S3;
using Aot.Local.Tests.Services.StepFunctions;

namespace Aot.Local.Tests.Services.S3;

public sealed class S3ServiceTests
{
    private readonly S3Service _s3 = new(new LocalAws(), new FakeClock(), () => "id", mostBytes: 100);

    public S3ServiceTests() => Call("CreateBucket", """{"Bucket":"bucket"}""");

    [Fact]
    public void An_object_is_text_to_a_workflow()
    {
        Call("PutObject", """{"Bucket":"bucket","Key":"k","Body":{"a":1},"ContentType":"application/json","Metadata":{"Who":"me"}}""");

        Assert.Equal(
            """{"AcceptRanges":"bytes","ContentLength":7,"ContentType":"application/json","ETag":"\"bb6cb5c68df4652941caf652a366f2d8\"","LastModified":"2026-01-05T12:00:00.000Z","Metadata":{"who":"me"},"Body":"{\"a\":1}"}""",
            Call("GetObject", """{"Bucket":"bucket","Key":"k"}""").ToJson());
    }

    [Fact]
    public void A_listing_names_what_is_there()
    {
        foreach (var key in (string[])["a/1", "a/2", "b"]) Call("PutObject", $$"""{"Bucket":"bucket","Key":"{{key}}","Body":"x"}""");

        var page = (ObjectValue)Call("ListObjectsV2", """{"Bucket":"bucket","Delimiter":"/","MaxKeys":1}""");
        var next = (ObjectValue)Call("ListObjectsV2", $$"""{"Bucket":"bucket","Delimiter":"/","ContinuationToken":{{page["NextContinuationToken"]}}}""");

        Assert.Equal(("""[{"Prefix":"a/"}]""", "true", "1"), (page["CommonPrefixes"]!.ToJson(), page["IsTruncated"]!.ToJson(), page["KeyCount"]!.ToJson()));
        Assert.Equal("b", ((StringValue)((ObjectValue)((ArrayValue)next["Contents"]!)[0])["Key"]!).Text);
    }

    [Fact]
    public void Memory_is_bounded_and_freed()
    {
        _s3.Write("bucket", "a", new byte[60], "x/y");

        var refused = Assert.Throws<ServiceException>(() => _s3.Write("bucket", "b", new byte[41], "x/y"));
        _s3.Write("bucket", "a", new byte[59], "x/y");
        _s3.Write("bucket", "b", new byte[41], "x/y");
        Call("DeleteObject", """{"Bucket":"bucket","Key":"a"}""");
        _s3.Write("bucket", "c", new byte[59], "x/y");

        Assert.Equal("EntityTooLarge", refused.Code);
        Assert.Contains("up to 100 bytes", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Capital")]
    [InlineData("a")]
    [InlineData("two..dots")]
    [InlineData("192.168.0.1")]
    [InlineData("-dash")]
    public void A_bucket_name_is_checked(string name) =>
        Assert.Equal("InvalidBucketName", Assert.Throws<ServiceException>(() => Call("CreateBucket", $$"""{"Bucket":"{{name}}"}""")).Code);

    // The check values of the CRC catalogue, for "123456789".
    [Theory]
    [InlineData("CRC32", "y/Q5Jg==")]
    [InlineData("CRC32C", "4waSgw==")]
    [InlineData("CRC64NVME", "rosUhgp5mIg=")]
    [InlineData("SHA1", "98O8HYCOBHMq32eZZczDTKeuNEE=")]
    public void A_checksum_is_compared(string algorithm, string value)
    {
        new Checksum(algorithm, value).Verify("123456789"u8);

        Assert.Equal("BadDigest", Assert.Throws<ServiceException>(() => new Checksum(algorithm, value).Verify("123456780"u8)).Code);
    }

    [Fact]
    public void A_workflow_reads_an_object_and_handles_that_there_is_none()
    {
        _s3.Write("bucket", "k", Encoding.UTF8.GetBytes("text"), "text/plain");
        using var aws = new LocalStepFunctions(_s3);
        const string Definition = """
            {"QueryLanguage": "JSONata", "StartAt": "G", "States": {
              "G": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Arguments": {"Bucket": "bucket", "Key": "{% $states.input %}"}, "Output": "{% $states.result.Body %}", "End": true,
                "Catch": [{"ErrorEquals": ["S3.NoSuchKeyException"], "Output": "none", "Next": "N"}] },
              "N": {"Type": "Pass", "End": true} } }
            """;
        var machine = aws.Create("M", Definition);

        Assert.Equal("\"text\"", LocalStepFunctions.Text(aws.RunToEnd(aws.Start(machine, "found", "\"k\"")), "output"));
        Assert.Equal("\"none\"", LocalStepFunctions.Text(aws.RunToEnd(aws.Start(machine, "missing", "\"other\"")), "output"));
    }

    private Value Call(string operation, string request)
    {
        var answer = _s3.CallAsync(operation, Value.Parse(request), CancellationToken.None);
        Assert.True(answer.IsCompleted);
        return answer.GetAwaiter().GetResult();
    }
}
