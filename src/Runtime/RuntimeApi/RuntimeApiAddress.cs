using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Aot.Runtime.Native;

namespace Aot.Runtime.RuntimeApi;

/// <summary>Where the runtime API listens.</summary>
/// <param name="HostAndPort">As in <c>AWS_LAMBDA_RUNTIME_API</c>; also the value of the Host header.</param>
/// <param name="Host">Name or dotted address.</param>
/// <param name="Port">TCP port, 1 to 65535.</param>
internal sealed record RuntimeApiAddress(string HostAndPort, string Host, ushort Port)
{
    /// <exception cref="RuntimeApiException">The text is not <c>host:port</c>.</exception>
    public static RuntimeApiAddress Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            throw new RuntimeApiException(
                "AWS_LAMBDA_RUNTIME_API is not set. bootstrap runs under Lambda or under a host of its runtime API, such as: dotnet run --project src/Local");
        }

        var colon = text.LastIndexOf(':');
        if (colon < 0)
            return new RuntimeApiAddress(text, text, 80);
        if (colon == 0 || !ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port == 0)
            throw new RuntimeApiException($"AWS_LAMBDA_RUNTIME_API is \"{text}\", which is not host:port.");
        return new RuntimeApiAddress(text, text[..colon], port);
    }

    /// <summary>Resolves the host, without a lookup when it is a dotted address as it is on Lambda.</summary>
    public unsafe Libc.SocketAddress Resolve() => new()
    {
        Family = Libc.AddressFamilyInet,
        Port = BinaryPrimitives.ReverseEndianness(Port),
        Address = TryParseDotted(Host, out var address) ? address : LookUp(),
    };

    private unsafe uint LookUp()
    {
        var host = new byte[Encoding.UTF8.GetMaxByteCount(Host.Length) + 1];
        Encoding.UTF8.GetBytes(Host, host);
        var hints = new Libc.AddressInfo { Family = Libc.AddressFamilyInet, SocketType = Libc.SocketStream };
        Libc.AddressInfo* found;
        fixed (byte* name = host)
        {
            var error = Libc.GetAddressInfo(name, null, &hints, &found);
            if (error != 0)
                throw new RuntimeApiException($"The runtime API's host \"{Host}\" has no IPv4 address (getaddrinfo error {error}).");
        }

        var address = found->Address->Address;
        Libc.FreeAddressInfo(found);
        return address;
    }

    private static bool TryParseDotted(string host, out uint networkOrder)
    {
        networkOrder = 0;
        int part = 0, digits = 0, shift = 0;
        foreach (var c in host)
        {
            if (c is >= '0' and <= '9' && digits < 3)
            {
                part = part * 10 + (c - '0');
                digits++;
                if (part > 255)
                    return false;
            }
            else if (c == '.' && digits > 0 && shift < 24)
            {
                networkOrder |= (uint)part << shift;
                shift += 8;
                part = digits = 0;
            }
            else
            {
                return false;
            }
        }

        networkOrder |= (uint)part << shift;
        return digits > 0 && shift == 24;
    }
}
