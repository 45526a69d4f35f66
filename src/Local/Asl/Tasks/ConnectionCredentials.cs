using System.Text;
using System.Text.RegularExpressions;
using Aot.Local.Json;
using Aot.Local.Services;

namespace Aot.Local.Asl.Tasks;

/// <summary>Adds to an HTTP task's request what its connection holds: credentials, headers, query and body parameters.</summary>
/// <param name="find">The service of an SDK name; Systems Manager resolves references to parameters.</param>
/// <remarks>Source: EventBridge user guide, "Connections"; what the connection says goes before what the task says.</remarks>
internal sealed partial class ConnectionCredentials(Func<string, IAwsService?> find, HttpClient client)
{
    public async Task<HttpTaskRequest> AuthorizeAsync(HttpTaskRequest request, ConnectionAuthorization connection, CancellationToken cancellationToken)
    {
        var parameters = connection.Parameters;
        await AddAsync(request, parameters["InvocationHttpParameters"] as ObjectValue, cancellationToken);
        switch (connection.Type)
        {
            case "BASIC":
                var basic = (ObjectValue)parameters["BasicAuthParameters"]!;
                var pair = $"{await TextAsync(basic, "Username", cancellationToken)}:{await TextAsync(basic, "Password", cancellationToken)}";
                request.Headers["Authorization"] = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(pair));
                break;
            case "API_KEY":
                var key = (ObjectValue)parameters["ApiKeyAuthParameters"]!;
                request.Headers[await TextAsync(key, "ApiKeyName", cancellationToken)] = await TextAsync(key, "ApiKeyValue", cancellationToken);
                break;
            default:
                request.Headers["Authorization"] = "Bearer " + await TokenAsync((ObjectValue)parameters["OAuthParameters"]!, cancellationToken);
                break;
        }
        return request;
    }

    private async Task AddAsync(HttpTaskRequest request, ObjectValue? more, CancellationToken cancellationToken)
    {
        foreach (var (name, value) in await PairsAsync(more, "HeaderParameters", cancellationToken)) request.Headers[name] = value;
        foreach (var (name, value) in await PairsAsync(more, "QueryStringParameters", cancellationToken)) request.Query[name] = [value];
        var body = await PairsAsync(more, "BodyParameters", cancellationToken);
        if (body.Count == 0 || request.Body is not (null or ObjectValue)) return;
        var merged = new ObjectValue(request.Body as ObjectValue ?? []);
        foreach (var (name, value) in body) merged[name] = value;
        request.Body = merged;
    }

    // The client credentials flow: what EventBridge does before the first request.
    private async Task<string> TokenAsync(ObjectValue oauth, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(await TextAsync(oauth, "AuthorizationEndpoint", cancellationToken), UriKind.Absolute, out var endpoint)) throw Unauthorized("its AuthorizationEndpoint is no address");
        var form = new HttpTaskRequest(endpoint, await TextAsync(oauth, "HttpMethod", cancellationToken)) { ArrayFormat = "INDICES" };
        var fields = new ObjectValue { ["grant_type"] = "client_credentials" };
        if (oauth["ClientParameters"] is ObjectValue credentials)
        {
            fields["client_id"] = await TextAsync(credentials, "ClientID", cancellationToken);
            fields["client_secret"] = await TextAsync(credentials, "ClientSecret", cancellationToken);
        }
        form.Body = fields;
        await AddAsync(form, oauth["OAuthHttpParameters"] as ObjectValue, cancellationToken);
        using var message = form.ToMessage();
        using var answer = await client.SendAsync(message, cancellationToken);
        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        if (!answer.IsSuccessStatusCode) throw Unauthorized($"its token endpoint answered {(int)answer.StatusCode}");
        try
        {
            return Value.Parse(body) is ObjectValue granted && granted["access_token"] is StringValue token ? token.Text : throw Unauthorized("its token endpoint granted no access_token");
        }
        catch (JsonFormatException)
        {
            throw Unauthorized("its token endpoint did not answer in JSON");
        }
    }

    private async Task<List<KeyValuePair<string, string>>> PairsAsync(ObjectValue? parameters, string name, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, string>> pairs = [];
        foreach (var entry in (parameters?[name] as ArrayValue ?? []).OfType<ObjectValue>())
            pairs.Add(new(await TextAsync(entry, "Key", cancellationToken), await TextAsync(entry, "Value", cancellationToken)));
        return pairs;
    }

    private async Task<string> TextAsync(ObjectValue parameters, string name, CancellationToken cancellationToken)
    {
        var text = (parameters[name] as StringValue)?.Text ?? throw Unauthorized($"it has no {name}");
        if (Reference().Match(text) is not { Success: true } reference) return text;
        if (reference.Groups["service"].Value == "secretsmanager") throw Unauthorized($"there is no local Secrets Manager for {text}: use {{{{resolve:ssm-secure:…}}}} or the value itself");
        var ssm = find("ssm") ?? throw Unauthorized($"there is no local Systems Manager for {text}");
        var found = (ObjectValue)await ssm.CallAsync("GetParameter", new ObjectValue { ["Name"] = reference.Groups["name"].Value, ["WithDecryption"] = true }, cancellationToken);
        return ((StringValue)((ObjectValue)found["Parameter"]!)["Value"]!).Text;
    }

    private static TaskFailedException Unauthorized(string problem) => new("Events.ConnectionResource.Unauthorized", $"The connection cannot authorize the request: {problem}.");

    // CloudFormation user guide, "Dynamic references"
    [GeneratedRegex(@"^\{\{resolve:(?<service>ssm|ssm-secure|secretsmanager):(?<name>[^:}]+)(?::[^}]*)?\}\}$")]
    private static partial Regex Reference();
}
