namespace Aot.Local.Services.S3;

/// <summary>S3's refusals, in its words.</summary>
internal static class S3Errors
{
    public static ServiceException NoSuchBucket() => new("NoSuchBucket", "The specified bucket does not exist", 404);

    public static ServiceException NoSuchKey() => new("NoSuchKey", "The specified key does not exist.", 404);

    public static ServiceException NoSuchUpload() => new(
        "NoSuchUpload", "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.", 404);

    public static ServiceException BucketIsThere() => new("BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you already own it.", 409);

    public static ServiceException BucketNotEmpty() => new("BucketNotEmpty", "The bucket you tried to delete is not empty", 409);

    public static ServiceException InvalidBucketName() => new("InvalidBucketName", "The specified bucket is not valid.");

    public static ServiceException PreconditionFailed() => new("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", 412);

    public static ServiceException InvalidRange() => new("InvalidRange", "The requested range is not satisfiable", 416);

    public static ServiceException Invalid(string message) => new("InvalidArgument", message);

    public static ServiceException MalformedXml() => new("MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");

    public static ServiceException NoRoom(long bytes, long mostBytes) => new(
        "EntityTooLarge", $"The local S3 keeps objects in memory, up to {mostBytes} bytes in all, and {bytes} more do not fit. Delete objects, or split the work.");

    public static ServiceException Missing(string method, string what) => new(
        "NotImplemented", $"The local S3 has no operation at {method} with {what}. It has buckets, objects, listings and multipart uploads.", 501);
}
