using Aot.Local.Json;
using Aot.Local.Services;

namespace Aot.Local.Tests.Services;

/// <summary>Calls a service with JSON text and reads the answer's members.</summary>
internal static class ServiceCalls
{
    public static async Task<Value> CallAsync(this IAwsService service, string operation, string json) =>
        await service.CallAsync(operation, Value.Parse(json), CancellationToken.None);

    public static async Task<ServiceException> RefusedAsync(this IAwsService service, string operation, string json) =>
        await Assert.ThrowsAsync<ServiceException>(async () => await service.CallAsync(operation, json));

    /// <summary>The value at a path such as <c>Messages.0.Body</c>; null where it leads nowhere.</summary>
    public static Value? At(this Value value, string path)
    {
        Value? current = value;
        foreach (var part in path.Split('.'))
        {
            current = current switch
            {
                ObjectValue body => body[part],
                ArrayValue list when int.Parse(part) < list.Count => list[int.Parse(part)],
                _ => null,
            };
        }
        return current;
    }

    public static string? TextAt(this Value value, string path) => value.At(path) is { } found ? found is StringValue text ? text.Text : found.ToJson() : null;
}
