using Microsoft.AspNetCore.Http;

namespace Aot.Local.Services.Protocol;

/// <summary>Reads the signed service's name out of a SigV4 Authorization header. Signatures are not checked.</summary>
internal static class CredentialScope
{
    /// <summary>The name a request is signed for, in its header or, presigned, in its address.</summary>
    public static string? ServiceOf(HttpRequest request)
    {
        if (ServiceOf(request.Headers.Authorization.ToString()) is { } signed) return signed;
        if (request.Query["X-Amz-Credential"].ToString() is { Length: > 0 } credential) return ServiceOf("Credential=" + credential);
        return request.Query.ContainsKey("AWSAccessKeyId") ? "s3" : null; // an address signed the old way, which only S3 takes
    }

    /// <summary>The name, e.g. <c>sqs</c>; null when the header is not SigV4.</summary>
    public static string? ServiceOf(string authorization)
    {
        // AWS4-HMAC-SHA256 Credential=<key>/<date>/<region>/<service>/aws4_request, SignedHeaders=…
        const string Mark = "Credential=";
        var start = authorization.IndexOf(Mark, StringComparison.Ordinal);
        if (start < 0)
            return null;
        var scope = authorization[(start + Mark.Length)..].Split(',')[0].Split('/');
        return scope.Length >= 5 ? scope[^2] : null;
    }
}
