using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aot.Generators.Tests.Cases;

/// <summary>How a run ended, and whom it called.</summary>
internal sealed record Outcome(JsonNode? Output, string? Error, string? Cause, IReadOnlyList<string> Calls)
{
    private static readonly JsonSerializerOptions _options =
        new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ToJson()
    {
        var json = new JsonObject();
        if (Error is null)
            json["output"] = Output?.DeepClone();
        else
            json["error"] = new JsonObject { ["name"] = Error, ["message"] = Cause };
        json["calls"] = new JsonArray([.. Calls.Select(c => (JsonNode)c)]);
        return json.ToJsonString(_options) + "\n";
    }
}
