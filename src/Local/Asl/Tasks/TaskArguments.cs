using Aot.Local.Json;

namespace Aot.Local.Asl.Tasks;

/// <summary>What integrations check before they start a task.</summary>
internal static class TaskArguments
{
    /// <summary>What is wrong with a task's arguments, in the service's words; null when nothing is.</summary>
    public static string? Problem(TaskResource resource, Value arguments) => (resource.Service, resource.Operation, arguments) switch
    {
        ("apigateway", "invoke", ObjectValue request) when request["Headers"] is { } headers && !AreHeaders(headers) => "The value of the field 'Headers' has an invalid format",
        _ => null,
    };

    // Each header has a list of values.
    private static bool AreHeaders(Value headers) => headers is ObjectValue named && named.All(header => header.Value is ArrayValue);
}
