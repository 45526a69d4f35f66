using System.Buffers;
using System.Globalization;
using System.Text;
using Aot.Local.Json;
using Aot.Local.Jsonata.Evaluation;

namespace Aot.Local.Jsonata.Functions;

/// <summary>Percent-encoding of whole URLs and of their components, as JavaScript defines it.</summary>
internal static class UrlCoding
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()";
    private const string Reserved = ";/?:@&=+$,#";

    private static readonly SearchValues<char> KeptInComponent = SearchValues.Create(Unreserved);
    private static readonly SearchValues<char> KeptInUrl = SearchValues.Create(Unreserved + Reserved);
    private static readonly SearchValues<char> NotDecodedInUrl = SearchValues.Create(Reserved);
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static readonly NativeFunction[] All =
    [
        new("encodeUrlComponent", "<s-:s>", 1, (a, _, _) => a[0] is StringValue t ? Encode(t, KeptInComponent, "encodeUrlComponent") : null),
        new("encodeUrl", "<s-:s>", 1, (a, _, _) => a[0] is StringValue t ? Encode(t, KeptInUrl, "encodeUrl") : null),
        new("decodeUrlComponent", "<s-:s>", 1, (a, _, _) => a[0] is StringValue t ? Decode(t, null, "decodeUrlComponent") : null),
        new("decodeUrl", "<s-:s>", 1, (a, _, _) => a[0] is StringValue t ? Decode(t, NotDecodedInUrl, "decodeUrl") : null),
    ];

    private static string Encode(StringValue text, SearchValues<char> kept, string function)
    {
        var encoded = new StringBuilder(text.Text.Length + 16);
        try
        {
            for (var i = 0; i < text.Text.Length; i++)
            {
                var character = text.Text[i];
                if (kept.Contains(character))
                {
                    encoded.Append(character);
                    continue;
                }
                var units = char.IsHighSurrogate(character) && i + 1 < text.Text.Length ? 2 : 1;
                foreach (var octet in Strict.GetBytes(text.Text, i, units))
                    encoded.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
                i += units - 1;
            }
            return encoded.ToString();
        }
        catch (EncoderFallbackException)
        {
            throw new JsonataException("D3140") { Value = text, Token = function };
        }
    }

    private static string Decode(StringValue text, SearchValues<char>? notDecoded, string function)
    {
        var source = text.Text;
        var decoded = new StringBuilder(source.Length);
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] != '%')
            {
                decoded.Append(source[i]);
                continue;
            }
            var start = i;
            var first = Octet(text, i, function);
            var length = first switch
            {
                < 0x80 => 1,
                >= 0xC2 and < 0xE0 => 2,
                >= 0xE0 and < 0xF0 => 3,
                >= 0xF0 and < 0xF5 => 4,
                _ => throw new JsonataException("D3140") { Value = text, Token = function },
            };
            var octets = new byte[length];
            octets[0] = first;
            for (var n = 1; n < length; n++)
                octets[n] = Octet(text, i += 3, function);
            i += 2;
            if (length == 1 && notDecoded?.Contains((char)first) == true)
            {
                decoded.Append(source, start, 3);
                continue;
            }
            try
            {
                decoded.Append(Strict.GetString(octets));
            }
            catch (DecoderFallbackException)
            {
                throw new JsonataException("D3140") { Value = text, Token = function };
            }
        }
        return decoded.ToString();
    }

    private static byte Octet(StringValue text, int position, string function)
    {
        if (position + 2 < text.Text.Length && text.Text[position] == '%'
            && byte.TryParse(text.Text.AsSpan(position + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
            return octet;
        throw new JsonataException("D3140") { Value = text, Token = function };
    }
}
