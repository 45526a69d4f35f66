using Aot.Local.Json;

namespace Aot.Local.Iot.Sql;

/// <summary>A published message as a rule's SQL sees it.</summary>
/// <param name="Payload">The payload as JSON.</param>
/// <param name="ReceivedAt">When the broker got it; what <c>timestamp()</c> gives.</param>
internal sealed record SqlMessage(string Topic, string ClientId, Value Payload, DateTimeOffset ReceivedAt);
