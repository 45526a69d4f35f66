using Aot.Local.Json;

namespace Aot.Local.Services;

/// <summary>Where HTTP tasks find their connections, secrets included.</summary>
internal interface IConnections
{
    /// <summary>The connection of an ARN; null when there is none.</summary>
    ConnectionAuthorization? FindConnection(string arn);
}

/// <summary>What a connection adds to a request.</summary>
/// <param name="Type">BASIC, API_KEY or OAUTH_CLIENT_CREDENTIALS.</param>
/// <param name="Parameters">AuthParameters of CreateConnection.</param>
internal sealed record ConnectionAuthorization(string Type, ObjectValue Parameters);
