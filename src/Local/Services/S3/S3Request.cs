using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Aot.Local.Services.S3;

/// <summary>An HTTP request to S3: which bucket and key it is about, in path style or by the host's name.</summary>
internal sealed class S3Request
{
    public S3Request(HttpContext context)
    {
        (Context, Http) = (context, context.Request);
        // The decoded path cannot tell a/b from a%2Fb any more.
        var raw = context.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?')[0].TrimStart('/');
        if (BucketOfHost(Http.Host.Host) is { } bucket)
        {
            (Bucket, Key) = (bucket, Uri.UnescapeDataString(raw));
            return;
        }
        var parts = raw.Split('/', 2);
        Bucket = Uri.UnescapeDataString(parts[0]);
        Key = parts.Length < 2 ? "" : Uri.UnescapeDataString(parts[1]);
    }

    public HttpContext Context { get; }

    public HttpRequest Http { get; }

    public HttpResponse Response => Context.Response;

    public CancellationToken Aborted => Context.RequestAborted;

    /// <summary>Empty in a request for all buckets.</summary>
    public string Bucket { get; }

    /// <summary>Empty in a request for a bucket.</summary>
    public string Key { get; }

    public bool Asks(string parameter) => Http.Query.ContainsKey(parameter);

    public string Query(string parameter) => Http.Query[parameter].ToString();

    public string? Header(string name) => Http.Headers[name].ToString() is { Length: > 0 } value ? value : null;

    public int Number(string parameter, int absent)
    {
        if (!Asks(parameter)) return absent;
        return int.TryParse(Query(parameter), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw S3Errors.Invalid($"Provided {parameter} not an integer or within integer range");
    }

    // bucket.s3.us-east-1.amazonaws.com, bucket.s3.localhost, bucket.localhost; addresses and plain hosts are path style.
    private static string? BucketOfHost(string host)
    {
        if (IPAddress.TryParse(host, out _) || host == "localhost" || host.StartsWith("s3.", StringComparison.Ordinal)) return null;
        var mark = host.IndexOf(".s3.", StringComparison.Ordinal);
        if (mark > 0) return host[..mark];
        const string Local = ".localhost";
        return host.EndsWith(Local, StringComparison.Ordinal) ? host[..^Local.Length] : null;
    }
}
