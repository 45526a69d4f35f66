using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Transfer;
using Aot.Local.Services.S3;

namespace Aot.Local.Tests.Services.S3;

/// <summary>S3 as AWSSDK.S3 sees it: chunked uploads, checksums that the client compares, paging, multipart.</summary>
public sealed class S3ClientTests : IAsyncLifetime
{
    private Wire _wire = null!;
    private AmazonS3Client _client = null!;

    public async Task InitializeAsync()
    {
        _wire = await Wire.StartAsync(aws => [new S3Service(aws, TimeProvider.System, NewId())]);
        _client = new AmazonS3Client(new BasicAWSCredentials("test", "test"), new AmazonS3Config { ServiceURL = _wire.Endpoint, ForcePathStyle = true, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
        await _client.PutBucketAsync("files");
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _wire.DisposeAsync();
    }

    [Fact]
    public async Task An_object_comes_back_with_its_type_and_metadata()
    {
        var put = new PutObjectRequest { BucketName = "files", Key = "a folder/ü+%2F.txt", ContentBody = "grüße", ContentType = "text/plain" };
        put.Metadata.Add("Who", "me");
        put.Headers.CacheControl = "no-cache";
        var answer = await _client.PutObjectAsync(put);
        using var got = await _client.GetObjectAsync("files", "a folder/ü+%2F.txt");

        Assert.Equal("grüße", await new StreamReader(got.ResponseStream).ReadToEndAsync());
        Assert.Equal(("text/plain", "me", "no-cache"), (got.Headers.ContentType, got.Metadata["who"], got.Headers.CacheControl));
        Assert.Equal((answer.ETag, "\"9fa4ab5c0bb7cd5ab95d5a08fbb0a4b1\"".Length), (got.ETag, got.ETag.Length));
        Assert.Equal(answer.ChecksumCRC32, (await _client.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = "files", Key = "a folder/ü+%2F.txt", ChecksumMode = ChecksumMode.ENABLED })).ChecksumCRC32);
    }

    [Theory]
    [InlineData(nameof(ChecksumAlgorithm.CRC32))]
    [InlineData(nameof(ChecksumAlgorithm.SHA1))]
    [InlineData(nameof(ChecksumAlgorithm.SHA256))]
    public async Task A_streamed_upload_is_taken_out_of_its_chunks(string algorithm)
    {
        var content = new byte[300_000];
        new Random(1).NextBytes(content);

        await _client.PutObjectAsync(new PutObjectRequest { BucketName = "files", Key = "k", InputStream = new MemoryStream(content), ChecksumAlgorithm = ChecksumAlgorithm.FindValue(algorithm) });
        using var got = await _client.GetObjectAsync("files", "k");
        using var copy = new MemoryStream();
        await got.ResponseStream.CopyToAsync(copy);

        Assert.Equal(content, copy.ToArray());
    }

    [Theory]
    [InlineData("bytes=2-4", "cde", "bytes 2-4/10")]
    [InlineData("bytes=7-", "hij", "bytes 7-9/10")]
    [InlineData("bytes=-2", "ij", "bytes 8-9/10")]
    [InlineData("bytes=8-99", "ij", "bytes 8-9/10")]
    public async Task A_range_is_part_of_the_object(string range, string expected, string contentRange)
    {
        await _client.PutObjectAsync(new PutObjectRequest { BucketName = "files", Key = "k", ContentBody = "abcdefghij" });

        using var got = await _client.GetObjectAsync(new GetObjectRequest { BucketName = "files", Key = "k", ByteRange = new ByteRange(range) });

        Assert.Equal((expected, contentRange), (await new StreamReader(got.ResponseStream).ReadToEndAsync(), got.ContentRange));
    }

    [Fact]
    public async Task A_listing_is_paged_and_rolls_up_at_the_delimiter()
    {
        foreach (var key in (string[])["a/1", "a/2", "b", "c/1", "c/d/2", "e"]) await _client.PutObjectAsync(new PutObjectRequest { BucketName = "files", Key = key, ContentBody = key });
        List<string> told = [];
        var request = new ListObjectsV2Request { BucketName = "files", Delimiter = "/", MaxKeys = 2 };
        ListObjectsV2Response page;
        do
        {
            page = await _client.ListObjectsV2Async(request);
            told.Add(string.Join(' ', (page.S3Objects ?? []).Select(found => found.Key).Concat(page.CommonPrefixes ?? []).Order(StringComparer.Ordinal)));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);

        Assert.Equal(["a/ b", "c/ e"], told);
        Assert.Equal(["c/d/"], (await _client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "files", Prefix = "c/", Delimiter = "/" })).CommonPrefixes);
        Assert.Equal(["b", "c/1"], (await _client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "files", StartAfter = "a/2", MaxKeys = 2 })).S3Objects.Select(found => found.Key));
    }

    [Fact]
    public async Task A_large_object_goes_in_parts()
    {
        var content = new byte[11 * 1024 * 1024];
        new Random(2).NextBytes(content);
        using var transfer = new TransferUtility(_client, new TransferUtilityConfig { MinSizeBeforePartUpload = 5 * 1024 * 1024 });

        await transfer.UploadAsync(new TransferUtilityUploadRequest { BucketName = "files", Key = "big", InputStream = new MemoryStream(content), PartSize = 5 * 1024 * 1024, ContentType = "application/x-big" });
        using var got = await _client.GetObjectAsync("files", "big");
        using var copy = new MemoryStream();
        await got.ResponseStream.CopyToAsync(copy);

        Assert.Equal(content, copy.ToArray());
        Assert.EndsWith("-3\"", got.ETag, StringComparison.Ordinal);
        Assert.Equal("application/x-big", got.Headers.ContentType);
        Assert.Empty((await _client.ListMultipartUploadsAsync(new ListMultipartUploadsRequest { BucketName = "files" })).MultipartUploads ?? []);
    }

    [Fact]
    public async Task Objects_are_copied_and_deleted()
    {
        await _client.PutObjectAsync(new PutObjectRequest { BucketName = "files", Key = "from ü", ContentBody = "x", ContentType = "text/x" });

        await _client.CopyObjectAsync("files", "from ü", "files", "to");
        var deleted = await _client.DeleteObjectsAsync(new DeleteObjectsRequest { BucketName = "files", Objects = [new KeyVersion { Key = "from ü" }, new KeyVersion { Key = "never" }] });
        var missing = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => _client.GetObjectAsync("files", "from ü"));

        Assert.Equal("text/x", (await _client.GetObjectMetadataAsync("files", "to")).Headers.ContentType);
        Assert.Equal((2, "NoSuchKey"), (deleted.DeletedObjects.Count, missing.ErrorCode));
    }

    [Fact]
    public async Task A_bucket_with_objects_stays()
    {
        await _client.PutObjectAsync(new PutObjectRequest { BucketName = "files", Key = "k", ContentBody = "x" });

        Assert.Equal("BucketNotEmpty", (await Assert.ThrowsAsync<AmazonS3Exception>(() => _client.DeleteBucketAsync("files"))).ErrorCode);
        Assert.Equal("BucketAlreadyOwnedByYou", (await Assert.ThrowsAsync<BucketAlreadyOwnedByYouException>(() => _client.PutBucketAsync("files"))).ErrorCode);
        Assert.Equal("NoSuchBucket", (await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => _client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "none" }))).ErrorCode);
        Assert.Equal(["files"], (await _client.ListBucketsAsync()).Buckets.Select(bucket => bucket.BucketName));
    }

    [Fact]
    public async Task A_condition_is_kept()
    {
        var put = await _client.PutObjectAsync(new PutObjectRequest { BucketName = "files", Key = "k", ContentBody = "x" });

        Assert.Equal("PreconditionFailed", (await Assert.ThrowsAsync<AmazonS3Exception>(() =>
            _client.PutObjectAsync(new PutObjectRequest { BucketName = "files", Key = "k", ContentBody = "y", IfNoneMatch = "*" }))).ErrorCode);
        Assert.Equal(System.Net.HttpStatusCode.NotModified, (await Assert.ThrowsAsync<AmazonS3Exception>(() =>
            _client.GetObjectAsync(new GetObjectRequest { BucketName = "files", Key = "k", EtagToNotMatch = put.ETag }))).StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/files/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=test%2F20260105%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20260105T000000Z&X-Amz-Expires=9&X-Amz-SignedHeaders=host&X-Amz-Signature=0")]
    public async Task A_presigned_address_needs_no_header(string? path)
    {
        await _client.PutObjectAsync(new PutObjectRequest { BucketName = "files", Key = "k", ContentBody = "signed" });
        var address = path is not null ? _wire.Endpoint + path : await _client.GetPreSignedURLAsync(new GetPreSignedUrlRequest { BucketName = "files", Key = "k", Verb = HttpVerb.GET, Protocol = Amazon.S3.Protocol.HTTP, Expires = DateTime.Parse("2036-01-01", System.Globalization.CultureInfo.InvariantCulture) });

        Assert.Equal("signed", await _wire.Http.GetStringAsync(new Uri(address)));
    }

    [Theory]
    [InlineData("files.localhost")]
    [InlineData("files.s3.us-east-1.amazonaws.com")]
    public async Task The_host_may_name_the_bucket(string host)
    {
        await _client.PutObjectAsync(new PutObjectRequest { BucketName = "files", Key = "folder/k", ContentBody = "hosted" });
        using var request = new HttpRequestMessage(HttpMethod.Get, _wire.Endpoint + "/folder/k");
        request.Headers.Host = host;
        request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=test/20260105/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0");

        using var answer = await _wire.Http.SendAsync(request);

        Assert.Equal("hosted", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_operation_that_is_not_there_is_named()
    {
        var refused = await Assert.ThrowsAsync<AmazonS3Exception>(() => _client.GetBucketPolicyAsync(new GetBucketPolicyRequest { BucketName = "files" }));

        Assert.Equal("NotImplemented", refused.ErrorCode);
        Assert.Contains("policy", refused.Message, StringComparison.Ordinal);
    }

    private static Func<string> NewId()
    {
        var count = 0;
        return () => $"id{Interlocked.Increment(ref count)}";
    }
}
