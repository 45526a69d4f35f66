using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Aot.Local.Lambda;

/// <summary>What came back from an invocation: the handler's JSON, or the error object in the form Lambda gives it.</summary>
/// <param name="LogTail">The last 4 KiB of the invocation's log; complete when the process asks for its next event or ends.</param>
internal sealed record InvocationResult(byte[] Payload, bool IsError, Task<string> LogTail)
{
    /// <summary>The error object Lambda itself writes when no runtime is left to report one.</summary>
    public static byte[] ErrorPayload(string errorType, string errorMessage)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("errorType", errorType);
            writer.WriteString("errorMessage", errorMessage);
            writer.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The payload as text, for messages and logs.</summary>
    public override string ToString() => (IsError ? "error " : "") + Encoding.UTF8.GetString(Payload);
}
