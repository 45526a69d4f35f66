using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Aot.Aws.EventBridge;

/// <summary>PutEvents' request and response.</summary>
internal static class PutEventsJson
{
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the request for some of the events.</summary>
    public static void Write(ArrayBufferWriter<byte> body, IReadOnlyList<EventBridgeEvent> events, List<int> indices)
    {
        body.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(body, Options);
        writer.WriteStartObject();
        writer.WriteStartArray("Entries"u8);
        foreach (var index in indices)
            Write(writer, events[index]);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Reads the response into the entries of those events.</summary>
    /// <exception cref="AwsServiceException">It is not what PutEvents answers.</exception>
    public static void Read(ReadOnlySpan<byte> json, List<int> indices, PutEventsEntry[] entries)
    {
        var reader = new Utf8JsonReader(json);
        var read = 0;
        try
        {
            var isEntries = false;
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
                    isEntries = reader.ValueTextEquals("Entries"u8);
                else if (isEntries && reader.TokenType == JsonTokenType.StartObject && read < indices.Count)
                    entries[indices[read++]] = ReadEntry(ref reader);
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw NotAnAnswer(fault.Message, fault);
        }

        if (read != indices.Count)
            throw NotAnAnswer($"{read} entries for {indices.Count} events");
    }

    private static PutEventsEntry ReadEntry(ref Utf8JsonReader reader)
    {
        string? id = null, code = null, message = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals("EventId"u8);
            var isCode = reader.ValueTextEquals("ErrorCode"u8);
            var isMessage = reader.ValueTextEquals("ErrorMessage"u8);
            reader.Read();
            if (isId)
                id = reader.GetString();
            else if (isCode)
                code = reader.GetString();
            else if (isMessage)
                message = reader.GetString();
            else
                reader.Skip();
        }

        return new PutEventsEntry(id, code, message);
    }

    private static void Write(Utf8JsonWriter writer, EventBridgeEvent @event)
    {
        writer.WriteStartObject();
        writer.WriteString("Source"u8, @event.Source);
        writer.WriteString("DetailType"u8, @event.DetailType);
        writer.WriteString("Detail"u8, @event.Detail);
        if (@event.EventBusName is not null)
            writer.WriteString("EventBusName"u8, @event.EventBusName);
        if (@event.Time is { } time)
            writer.WriteNumber("Time"u8, time.ToUnixTimeMilliseconds() / 1000m); // epoch seconds, as the JSON protocol has it
        if (@event.Resources is { Count: > 0 } resources)
        {
            writer.WriteStartArray("Resources"u8);
            foreach (var resource in resources)
                writer.WriteStringValue(resource);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static AwsServiceException NotAnAnswer(string what, Exception? inner = null)
        => new("events PutEvents", "MalformedResponse", 200, $"The answer is not what PutEvents gives: {what}", null, inner);
}
