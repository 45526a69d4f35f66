using System.Net.Sockets;
using System.Text;
using Aot.Local.Json;
using Aot.Local.Services;

namespace Aot.Local.Asl.Tasks;

/// <summary>Runs HTTP tasks: real requests, authorized by a connection of the local EventBridge.</summary>
/// <param name="find">The service of an SDK name.</param>
/// <remarks>Source: Step Functions developer guide, "Call HTTPS APIs". Unlike there, http:// addresses work too.</remarks>
internal sealed class HttpTask(Func<string, IAwsService?> find, TimeProvider time)
{
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(60); // Step Functions quotas, "HTTP task duration"

    // Redirects and cookies are the workflow's affair.
    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan };

    private static readonly string[] ForbiddenHeaders =
    [
        "Authorization", "Connection", "Content-MD5", "Date", "Expect", "Host", "Max-Forwards", "Proxy-Authenticate", "Server", "TE", "Transfer-Encoding", "Trailer", "Upgrade",
        "Via", "WWW-Authenticate",
    ];

    private readonly ConnectionCredentials _credentials = new(find, Client);

    /// <exception cref="TaskFailedException">States.Http.StatusCode.…, States.Http.Socket, or States.Runtime for arguments that make no request.</exception>
    public async ValueTask<Value> RunAsync(ObjectValue arguments, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(MostTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var request = await _credentials.AuthorizeAsync(Read(arguments), Connection(arguments), either.Token);
            using var message = request.ToMessage();
            using var answer = await Client.SendAsync(message, either.Token);
            var body = await answer.Content.ReadAsByteArrayAsync(either.Token);
            var status = (int)answer.StatusCode;
            if (!answer.IsSuccessStatusCode) throw new TaskFailedException($"States.Http.StatusCode.{status}", answer.ReasonPhrase);
            return new ObjectValue(4) { ["Headers"] = Headers(answer), ["ResponseBody"] = Body(answer, body), ["StatusCode"] = status, ["StatusText"] = answer.ReasonPhrase ?? "" };
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new TaskFailedException(SocketError, $"The HTTP task took longer than {MostTime.TotalSeconds} seconds.");
        }
        catch (HttpRequestException broken)
        {
            throw new TaskFailedException(SocketError, broken.InnerException is SocketException socket ? socket.Message : broken.Message);
        }
    }

    private const string SocketError = "States.Http.Socket";

    private static HttpTaskRequest Read(ObjectValue arguments)
    {
        if (!Uri.TryCreate(RequiredText(arguments, "ApiEndpoint"), UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            throw Refused($"The ApiEndpoint {arguments["ApiEndpoint"]} is not an http address.");
        var request = new HttpTaskRequest(address, RequiredText(arguments, "Method").ToUpperInvariant());
        foreach (var (name, value) in Members(arguments, "Headers"))
        {
            if (ForbiddenHeaders.Contains(name, StringComparer.OrdinalIgnoreCase) || name.StartsWith("X-Amz", StringComparison.OrdinalIgnoreCase) || name.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase))
                throw Refused($"The header {name} is not allowed in an HTTP task.");
            request.Headers[name] = value is ArrayValue several ? string.Join(", ", several.Select(FormEncoding.Text)) : FormEncoding.Text(value);
        }
        foreach (var (name, value) in Members(arguments, "QueryParameters")) request.Query[name] = value is ArrayValue several ? [.. several.Select(FormEncoding.Text)] : [FormEncoding.Text(value)];
        request.Body = arguments["RequestBody"];
        var transform = new ObjectValue(Members(arguments, "Transform"));
        request.ArrayFormat = transform["RequestBodyEncoding"] switch
        {
            null or StringValue { Text: "NONE" } => null,
            StringValue { Text: "URL_ENCODED" } => ((transform["RequestEncodingOptions"] as ObjectValue)?["ArrayFormat"] as StringValue)?.Text ?? "INDICES",
            var other => throw Refused($"RequestBodyEncoding is NONE or URL_ENCODED, not {other.ToJson()}."),
        };
        if (request.ArrayFormat is not (null or "INDICES" or "REPEAT" or "COMMAS" or "BRACKETS")) throw Refused($"ArrayFormat is INDICES, REPEAT, COMMAS or BRACKETS, not {request.ArrayFormat}.");
        return request;
    }

    private ConnectionAuthorization Connection(ObjectValue arguments)
    {
        var place = arguments["InvocationConfig"] as ObjectValue ?? arguments["Authentication"] as ObjectValue ?? throw Refused("An HTTP task needs Authentication.ConnectionArn or InvocationConfig.ConnectionArn.");
        var arn = RequiredText(place, "ConnectionArn");
        return (find("eventbridge") as IConnections)?.FindConnection(arn) ?? throw new TaskFailedException("Events.ConnectionResource.NotFound", $"Connection {arn} does not exist in the local EventBridge.");
    }

    private static ObjectValue Headers(HttpResponseMessage answer)
    {
        var headers = new ObjectValue();
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).OrderBy(header => header.Key, StringComparer.OrdinalIgnoreCase))
            headers[name.ToLowerInvariant()] = new ArrayValue([.. values.Select(value => (Value)value)]);
        return headers;
    }

    // JSON is parsed where it is JSON; anything else is text.
    private static Value Body(HttpResponseMessage answer, byte[] body)
    {
        if (answer.Content.Headers.ContentType?.MediaType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true && body.Length > 0)
        {
            try
            {
                return Value.Parse(body);
            }
            catch (JsonFormatException)
            {
                // The type says more than the body keeps.
            }
        }
        return Encoding.UTF8.GetString(body);
    }

    private static IEnumerable<KeyValuePair<string, Value>> Members(ObjectValue arguments, string name) => arguments[name] switch
    {
        null or NullValue => [],
        ObjectValue members => members,
        var other => throw Refused($"{name} must be an object, found {other.ToJson()}."),
    };

    private static string RequiredText(ObjectValue arguments, string name) => arguments[name] is StringValue { Text.Length: > 0 } text ? text.Text : throw Refused($"An HTTP task needs {name}, a text.");

    private static TaskFailedException Refused(string problem) => new(Model.ErrorNames.Runtime, problem);
}
