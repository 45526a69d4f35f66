namespace Aot.Authoring.Services.S3;

/// <summary>Amazon S3 as Step Functions tasks. An object's content counts against the 256 KiB that a state may hold; pass keys of larger ones.</summary>
public interface IS3
{
    /// <summary>Reads an object as text.</summary>
    /// <exception cref="NoSuchKeyException">There is no such object, and the role may list the bucket.</exception>
    /// <exception cref="S3Exception">No permission, which a missing object looks like too, or an argument is wrong.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:s3:getObject", Resources = ["{Bucket}/{Key}"])]
    Task<GetObjectResponse> GetObjectAsync(GetObjectRequest request);

    /// <summary>Reads an object that holds JSON.</summary>
    /// <typeparam name="TBody">What the JSON is.</typeparam>
    /// <exception cref="NoSuchKeyException">There is no such object, and the role may list the bucket.</exception>
    /// <exception cref="S3Exception">No permission, which a missing object looks like too, or an argument is wrong.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:s3:getObject", Resources = ["{Bucket}/{Key}"])]
    Task<GetObjectResponse<TBody>> GetObjectAsync<TBody>(GetObjectRequest request);

    /// <summary>Writes a text as an object.</summary>
    [ServiceIntegration("arn:aws:states:::aws-sdk:s3:putObject", Resources = ["{Bucket}/{Key}"])]
    Task<PutObjectResponse> PutObjectAsync(PutObjectRequest request);

    /// <summary>Writes JSON as an object.</summary>
    /// <typeparam name="TBody">What is written.</typeparam>
    [ServiceIntegration("arn:aws:states:::aws-sdk:s3:putObject", Resources = ["{Bucket}/{Key}"])]
    Task<PutObjectResponse> PutObjectAsync<TBody>(PutObjectRequest<TBody> request);

    /// <summary>Copies an object of up to 5 GB.</summary>
    /// <exception cref="NoSuchKeyException">There is no object to copy.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:s3:copyObject")]
    [TaskPermission("s3:PutObject", "{Bucket}/{Key}")]
    [TaskPermission("s3:GetObject", "arn:${AWS::Partition}:s3:::{CopySource}")]
    Task CopyObjectAsync(CopyObjectRequest request);

    /// <summary>Deletes an object; one that is not there is no error.</summary>
    [ServiceIntegration("arn:aws:states:::aws-sdk:s3:deleteObject", Resources = ["{Bucket}/{Key}"])]
    Task DeleteObjectAsync(DeleteObjectRequest request);

    /// <summary>Lists up to 1,000 objects in the order of their keys.</summary>
    [ServiceIntegration("arn:aws:states:::aws-sdk:s3:listObjectsV2", Actions = ["s3:ListBucket"], Resources = ["{Bucket}"])]
    Task<ListObjectsV2Response> ListObjectsV2Async(ListObjectsV2Request request);

    /// <summary>Reads what is known of an object without its content.</summary>
    /// <exception cref="NoSuchKeyException">There is no such object.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:s3:headObject", Actions = ["s3:GetObject"], Resources = ["{Bucket}/{Key}"])]
    Task<HeadObjectResponse> HeadObjectAsync(HeadObjectRequest request);
}

/// <summary>There is no object with this key.</summary>
/// <param name="message">What S3 said.</param>
[ErrorName("S3.NoSuchKeyException")]
public sealed class NoSuchKeyException(string message) : Exception(message);

/// <summary>There is no bucket of this name.</summary>
/// <param name="message">What S3 said.</param>
[ErrorName("S3.NoSuchBucketException")]
public sealed class NoSuchBucketException(string message) : Exception(message);

/// <summary>S3 refused a call under no name of its own: permission, throttling, an argument.</summary>
/// <param name="message">What S3 said.</param>
[ErrorName("S3.S3Exception")]
public sealed class S3Exception(string message) : Exception(message);
