using System.Globalization;

namespace Aot.Aws;

/// <summary>Where a service listens.</summary>
/// <param name="IsTls">https.</param>
/// <param name="Host">Name or address.</param>
/// <param name="Port">TCP port.</param>
/// <param name="Path">Path of the calls, at least a slash.</param>
internal sealed record AwsEndpoint(bool IsTls, string Host, ushort Port, string Path)
{
    /// <summary>Value of the Host header: the port only where it is not the scheme's own.</summary>
    public string Authority => Port == (IsTls ? 443 : 80) ? Host : $"{Host}:{Port}";

    /// <exception cref="AwsConfigurationException">The text is no http or https address.</exception>
    public static AwsEndpoint Parse(string text)
    {
        var isTls = text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        if (!isTls && !text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            throw NotAnAddress(text);
        var rest = text[(isTls ? 8 : 7)..];
        var slash = rest.IndexOf('/');
        var authority = slash < 0 ? rest : rest[..slash];
        var path = slash < 0 ? "/" : rest[slash..];
        var colon = authority.LastIndexOf(':');
        ushort port = isTls ? (ushort)443 : (ushort)80;
        if (colon >= 0 && !ushort.TryParse(authority.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port))
            throw NotAnAddress(text);
        var host = colon >= 0 ? authority[..colon] : authority;
        return host.Length > 0 && port > 0 ? new AwsEndpoint(isTls, host, port, path) : throw NotAnAddress(text);
    }

    private static AwsConfigurationException NotAnAddress(string text)
        => new($"The endpoint \"{text}\" is not an address such as https://events.us-east-1.amazonaws.com or http://127.0.0.1:4566. Correct AWS_ENDPOINT_URL.");
}
