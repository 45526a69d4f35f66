using System.Text.Json;

namespace Aot.Aws;

/// <summary>Reads what the JSON protocol says about an error.</summary>
internal static class ErrorBody
{
    /// <summary>Code and message of an error's body; null where it has none, or is not JSON, as a proxy's is not.</summary>
    public static (string? Code, string? Message) Read(ReadOnlySpan<byte> body)
    {
        string? code = null, message = null;
        var reader = new Utf8JsonReader(body);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
                    continue;
                var isCode = reader.ValueTextEquals("__type"u8) || reader.ValueTextEquals("code"u8);
                var isMessage = reader.ValueTextEquals("message"u8) || reader.ValueTextEquals("Message"u8);
                reader.Read();
                if (reader.TokenType != JsonTokenType.String)
                    reader.Skip();
                else if (isCode)
                    code = reader.GetString();
                else if (isMessage)
                    message = reader.GetString();
            }
        }
        catch (JsonException)
        {
            // The status has to do.
        }

        return (code, message);
    }

    // com.amazonaws.events#ThrottlingException:http://… ──▶ ThrottlingException
    public static string Simple(string code)
    {
        var hash = code.LastIndexOf('#');
        var colon = code.IndexOf(':', hash + 1);
        return code[(hash + 1)..(colon < 0 ? code.Length : colon)];
    }
}
