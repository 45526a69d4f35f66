using System.Security.Cryptography;
using System.Text;
using Aot.Local.Json;

namespace Aot.Local.Services.EventBridge;

/// <summary>Connections: how HTTP tasks prove who they are.</summary>
internal sealed partial class EventBridgeService : IConnections
{
    private static readonly string[] AuthorizationTypes = ["BASIC", "OAUTH_CLIENT_CREDENTIALS", "API_KEY"];

    // What DescribeConnection never shows.
    private static readonly string[] Secrets = ["Password", "ApiKeyValue", "ClientSecret"];

    private readonly SortedDictionary<string, Connection> _connections = new(StringComparer.Ordinal);

    public ConnectionAuthorization? FindConnection(string arn)
    {
        lock (_lock) return _connections.Values.FirstOrDefault(connection => connection.Arn == arn)?.Authorization;
    }

    /// <summary>The resource part of a connection's ARN. The same for the same name, so that a template can refer to it beforehand.</summary>
    public static string ConnectionResource(string name) => $"connection/{name}/{new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16))}";

    private ObjectValue CreateConnection(ServiceRequest request)
    {
        var name = request.RequiredText("Name");
        if (name.Length is 0 or > 64 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
            throw RequestErrors.Validation($"Parameter Name is not valid: {name}");
        var connection = new Connection(name, _aws.Arn("events", ConnectionResource(name)), Authorization(request, null), request.Text("Description"), _time.GetUtcNow());
        if (!_connections.TryAdd(name, connection)) throw new ServiceException("ResourceAlreadyExistsException", $"Connection {name} already exists.");
        return connection.Answer();
    }

    private ObjectValue UpdateConnection(ServiceRequest request)
    {
        var before = ConnectionOf(request);
        var after = before with { Authorization = Authorization(request, before.Authorization), Description = request.Text("Description") ?? before.Description };
        _connections[before.Name] = after;
        return after.Answer();
    }

    private ObjectValue DescribeConnection(ServiceRequest request)
    {
        var connection = ConnectionOf(request);
        var described = connection.Answer();
        described["Name"] = connection.Name;
        described["AuthorizationType"] = connection.Authorization.Type;
        described["AuthParameters"] = WithoutSecrets(connection.Authorization.Parameters);
        if (connection.Description is { } description) described["Description"] = description;
        return described;
    }

    private ObjectValue ListConnections(ServiceRequest request)
    {
        var prefix = request.Text("NamePrefix") ?? "";
        return Shape.Of(("Connections", Shape.List(_connections.Values.Where(connection => connection.Name.StartsWith(prefix, StringComparison.Ordinal)).Select(connection =>
        {
            var listed = connection.Answer();
            listed["Name"] = connection.Name;
            listed["AuthorizationType"] = connection.Authorization.Type;
            return (Value)listed;
        }))));
    }

    private ObjectValue DeleteConnection(ServiceRequest request)
    {
        var connection = ConnectionOf(request);
        _connections.Remove(connection.Name);
        return connection.Answer();
    }

    private Connection ConnectionOf(ServiceRequest request) => _connections.GetValueOrDefault(request.RequiredText("Name"))
        ?? throw new ServiceException("ResourceNotFoundException", $"Connection {request.RequiredText("Name")} does not exist.");

    private static ConnectionAuthorization Authorization(ServiceRequest request, ConnectionAuthorization? before)
    {
        var type = request.Text("AuthorizationType") ?? before?.Type ?? request.RequiredText("AuthorizationType");
        if (!AuthorizationTypes.Contains(type))
            throw RequestErrors.Validation($"1 validation error detected: Value '{type}' at 'authorizationType' failed to satisfy constraint: Member must satisfy enum value set: [{string.Join(", ", AuthorizationTypes)}]");
        var parameters = request.Structure("AuthParameters") ?? (before is null ? request.RequiredStructure("AuthParameters") : null);
        if (parameters is null) return before! with { Type = type };
        // Each type has parameters of its own; their absence is told here and not at the first request.
        var (structure, members) = type switch
        {
            "BASIC" => ("BasicAuthParameters", (string[])["Username", "Password"]),
            "API_KEY" => ("ApiKeyAuthParameters", ["ApiKeyName", "ApiKeyValue"]),
            _ => ("OAuthParameters", ["AuthorizationEndpoint", "HttpMethod"]),
        };
        foreach (var member in members) parameters.RequiredStructure(structure).RequiredText(member);
        return new ConnectionAuthorization(type, parameters.Body);
    }

    private static ObjectValue WithoutSecrets(ObjectValue parameters)
    {
        var isSecret = parameters["IsValueSecret"] is BooleanValue { Boolean: true };
        return new ObjectValue(parameters.Where(member => !Secrets.Contains(member.Key) && !(isSecret && member.Key == "Value")).Select(member => KeyValuePair.Create(member.Key, member.Value switch
        {
            ObjectValue nested => WithoutSecrets(nested),
            ArrayValue list => new ArrayValue([.. list.Select(item => item is ObjectValue entry ? WithoutSecrets(entry) : item)]),
            var other => other,
        })));
    }

    private sealed record Connection(string Name, string Arn, ConnectionAuthorization Authorization, string? Description, DateTimeOffset Created)
    {
        public ObjectValue Answer() => Shape.Of(
            ("ConnectionArn", Arn), ("ConnectionState", "AUTHORIZED"), ("CreationTime", Created), ("LastModifiedTime", Created), ("LastAuthorizedTime", Created));
    }
}
