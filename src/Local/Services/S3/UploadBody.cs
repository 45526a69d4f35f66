using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Aot.Local.Services.S3;

/// <summary>The content of an upload, taken out of whatever framing the client chose.</summary>
/// <param name="Content">The object's bytes.</param>
/// <param name="Checksum">Given in a header, or after the content.</param>
/// <remarks>Source: S3 API reference, "Transferring payload in multiple chunks" and "trailing headers".</remarks>
internal sealed record UploadBody(byte[] Content, Checksum? Checksum)
{
    private const int MostBytes = 512 * 1024 * 1024; // of one request; larger objects come in parts

    /// <exception cref="ServiceException">The body is too large, not framed as it says, or has another MD5 than it says.</exception>
    public static async Task<UploadBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MostBytes;
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        var content = buffer.ToArray();
        var trailers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (IsChunked(request)) content = Unchunk(content, trailers);
        if (request.Headers.ContentMD5.ToString() is { Length: > 0 } sum && sum != Convert.ToBase64String(S3Store.Md5(content)))
            throw new ServiceException("BadDigest", "The Content-MD5 you specified did not match what we received.");
        return new UploadBody(content, S3.Checksum.Find(name => trailers.GetValueOrDefault(name) ?? request.Headers[name]));
    }

    public static bool IsChunked(HttpRequest request) =>
        request.Headers["x-amz-content-sha256"].ToString().StartsWith("STREAMING-", StringComparison.Ordinal)
        || request.Headers.ContentEncoding.ToString().Split(',', StringSplitOptions.TrimEntries).Contains("aws-chunked", StringComparer.OrdinalIgnoreCase);

    // 1f4;chunk-signature=…\r\n <500 bytes>\r\n … 0;…\r\n x-amz-checksum-crc32:…\r\n \r\n
    private static byte[] Unchunk(byte[] framed, Dictionary<string, string> trailers)
    {
        using var content = new MemoryStream();
        var at = 0;
        while (true)
        {
            var line = Line(framed, ref at);
            if (!int.TryParse(line.Split(';')[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) || size < 0 || size > framed.Length - at) throw Incomplete();
            if (size == 0) break;
            content.Write(framed, at, size);
            at += size;
            if (Line(framed, ref at).Length > 0) throw Incomplete();
        }
        while (at < framed.Length && Line(framed, ref at) is { Length: > 0 } trailer)
        {
            if (trailer.Split(':', 2) is [var name, var value]) trailers[name.Trim()] = value.Trim();
        }
        return content.ToArray();
    }

    private static string Line(byte[] framed, ref int at)
    {
        var length = framed.AsSpan(at).IndexOf("\r\n"u8);
        if (length < 0) throw Incomplete();
        var line = Encoding.ASCII.GetString(framed, at, length);
        at += length + 2;
        return line;
    }

    private static ServiceException Incomplete() => new("IncompleteBody", "The request body terminated unexpectedly: it is not framed as aws-chunked.");
}
