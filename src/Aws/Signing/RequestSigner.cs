using System.Text;

namespace Aot.Aws.Signing;

/// <summary>One header that is signed; the name in lower case.</summary>
internal readonly record struct SignedHeader(string Name, string Value);

/// <summary>Signs requests with Signature Version 4. One signer serves one service in one region, one call at a time.</summary>
/// <remarks>Source: IAM user guide, "Create a signed AWS API request".</remarks>
internal sealed class RequestSigner(string region, string service)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private readonly byte[] _key = new byte[Sha256.HashBytes];
    private string _keyDate = "";
    private string _keySecret = "";

    /// <summary>The time of a request as <c>x-amz-date</c> spells it.</summary>
    public static string Timestamp(DateTimeOffset time)
    {
        var utc = time.UtcDateTime;
        return string.Create(16, utc, static (text, t) =>
        {
            Digits(text[..4], t.Year);
            Digits(text[4..6], t.Month);
            Digits(text[6..8], t.Day);
            text[8] = 'T';
            Digits(text[9..11], t.Hour);
            Digits(text[11..13], t.Minute);
            Digits(text[13..15], t.Second);
            text[15] = 'Z';
        });
    }

    /// <summary>Value of the Authorization header.</summary>
    /// <param name="path">Path, each segment encoded once.</param>
    /// <param name="query">Query, encoded and in the order of its names; empty for none.</param>
    /// <param name="headers">Headers to sign, ordered by name; host and x-amz-date are among them.</param>
    public string Sign(
        AwsCredentials credentials, string timestamp, string method, string path, string query, ReadOnlySpan<SignedHeader> headers, ReadOnlySpan<byte> body)
    {
        var names = new StringBuilder();
        var canonical = new StringBuilder().Append(method).Append('\n').Append(path).Append('\n').Append(query).Append('\n');
        foreach (var header in headers)
        {
            canonical.Append(header.Name).Append(':').Append(header.Value.Trim()).Append('\n');
            names.Append(names.Length > 0 ? ";" : "").Append(header.Name);
        }

        canonical.Append('\n').Append(names).Append('\n').Append(HashText(body));

        var date = timestamp[..8];
        var scope = $"{date}/{region}/{service}/aws4_request";
        var toSign = $"{Algorithm}\n{timestamp}\n{scope}\n{HashText(Encoding.UTF8.GetBytes(canonical.ToString()))}";
        Span<byte> signature = stackalloc byte[Sha256.HashBytes];
        Sha256.Hmac(KeyFor(credentials.SecretAccessKey, date), Encoding.UTF8.GetBytes(toSign), signature);
        return $"{Algorithm} Credential={credentials.AccessKeyId}/{scope}, SignedHeaders={names}, Signature={Convert.ToHexStringLower(signature)}";
    }

    // The key is good for a day; four HMACs saved on every call but the first.
    private ReadOnlySpan<byte> KeyFor(string secret, string date)
    {
        if (_keyDate == date && _keySecret == secret)
            return _key;
        Sha256.Hmac(Encoding.UTF8.GetBytes("AWS4" + secret), Encoding.UTF8.GetBytes(date), _key);
        Sha256.Hmac(_key, Encoding.UTF8.GetBytes(region), _key);
        Sha256.Hmac(_key, Encoding.UTF8.GetBytes(service), _key);
        Sha256.Hmac(_key, "aws4_request"u8, _key);
        (_keyDate, _keySecret) = (date, secret);
        return _key;
    }

    private static string HashText(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[Sha256.HashBytes];
        Sha256.Hash(bytes, default, hash);
        return Convert.ToHexStringLower(hash);
    }

    private static void Digits(Span<char> text, int number)
    {
        for (var i = text.Length - 1; i >= 0; i--, number /= 10)
            text[i] = (char)('0' + number % 10);
    }
}
