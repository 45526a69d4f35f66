using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Model;
using Aot.Local.Json;

namespace Aot.Local.Asl.Items;

/// <summary>What an item reader is asked for, evaluated.</summary>
internal sealed record ItemRequest(ItemReader Reader, string Bucket, string Key, string Prefix, IReadOnlyList<string>? Headers, long? MaxItems)
{
    /// <summary>Evaluates the reader's fields.</summary>
    /// <exception cref="StateFailure">An expression failed, or a field is of the wrong kind.</exception>
    public static ItemRequest Of(ItemReader reader, EvaluationScope scope)
    {
        var request = reader.Request.Evaluate(scope) as ObjectValue ?? [];
        var headers = reader.GivenHeaders?.Array(scope).Select(header => (header as StringValue)?.Text ?? header.ToJson()).ToArray();
        return new ItemRequest(reader, Text(request, "Bucket"), Text(request, "Key"), Text(request, "Prefix"), headers, reader.MaxItems?.Unbounded(scope));
    }

    private static string Text(ObjectValue request, string name) => request[name] switch
    {
        null => "",
        StringValue text => text.Text,
        var other => throw StateFailure.Runtime($"The {name} of an item reader must be a string, found {other.ToJson()}"),
    };
}
