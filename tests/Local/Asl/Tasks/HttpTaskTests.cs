using System.Text;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;
using Aot.Local.Services;
using Aot.Local.Services.EventBridge;
using Aot.Local.Services.Ssm;
using Aot.Local.Tests.Services;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Aot.Local.Tests.Asl.Tasks;

/// <summary>HTTP tasks against an endpoint on this machine that tells what it was asked.</summary>
public sealed class HttpTaskTests : IAsyncLifetime
{
    private readonly FakeClock _clock = new();
    private readonly EventBridgeService _events;
    private readonly SsmService _ssm;
    private LoopbackServer _server = null!;

    public HttpTaskTests() => (_events, _ssm) = (new EventBridgeService(new LocalAws(), _clock, new RecordingTargets()), new SsmService(new LocalAws(), _clock));

    public async Task InitializeAsync() => _server = await LoopbackServer.StartAsync(0, AnswerAsync, 1 << 20);

    public async Task DisposeAsync()
    {
        _events.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_request_carries_what_the_task_says_and_the_answer_comes_back()
    {
        var answer = await RunAsync($$"""
            {"ApiEndpoint": "{{Address}}/echo/a?x=0", "Method": "POST", "Headers": {"X-One": "1", "X-Many": ["a", "b"]}, "QueryParameters": {"q": ["ü", 2], "r": true},
             "RequestBody": {"a": [1, null]}, {{Basic()}} }
            """);

        var body = (ObjectValue)answer["ResponseBody"]!;
        Assert.Equal(("200", "\"OK\""), (answer["StatusCode"]!.ToJson(), answer["StatusText"]!.ToJson()));
        Assert.Equal("""["application/json"]""", ((ObjectValue)answer["Headers"]!)["content-type"]!.ToJson());
        Assert.Equal(("POST /echo/a?x=0&q=%C3%BC&q=2&r=true", """{"a":[1,null]}"""), (Text(body, "request"), Text(body, "body")));
        Assert.Equal(("application/json", "1", "a, b"), (Header(body, "content-type"), Header(body, "x-one"), Header(body, "x-many")));
        Assert.Equal("Basic " + Convert.ToBase64String("me:secret ü"u8), Header(body, "authorization"));
    }

    [Fact]
    public async Task An_api_key_and_invocation_parameters_go_before_the_tasks_own()
    {
        var connection = Connect("API_KEY", """
            {"ApiKeyAuthParameters": {"ApiKeyName": "X-Key", "ApiKeyValue": "{{resolve:ssm-secure:/keys/api:1}}"},
             "InvocationHttpParameters": {"HeaderParameters": [{"Key": "X-One", "Value": "connection"}], "QueryStringParameters": [{"Key": "q", "Value": "connection"}], "BodyParameters": [{"Key": "b", "Value": "connection"}]}}
            """);
        await _ssm.CallAsync("PutParameter", Value.Parse("""{"Name":"/keys/api","Type":"SecureString","Value":"k3y"}"""), CancellationToken.None);

        var answer = await RunAsync($$"""
            {"ApiEndpoint": "{{Address}}/echo", "Method": "put", "Headers": {"X-One": "task"}, "QueryParameters": {"q": "task"}, "RequestBody": {"a": 1, "b": 2}, "InvocationConfig": {"ConnectionArn": "{{connection}}"} }
            """);

        var body = (ObjectValue)answer["ResponseBody"]!;
        Assert.Equal(("PUT /echo?q=connection", """{"a":1,"b":"connection"}"""), (Text(body, "request"), Text(body, "body")));
        Assert.Equal(("k3y", "connection"), (Header(body, "x-key"), Header(body, "x-one")));
    }

    [Fact]
    public async Task Client_credentials_are_exchanged_for_a_token()
    {
        var connection = Connect("OAUTH_CLIENT_CREDENTIALS", $$"""
            {"OAuthParameters": {"AuthorizationEndpoint": "{{Address}}/token", "HttpMethod": "POST", "ClientParameters": {"ClientID": "id", "ClientSecret": "s"},
              "OAuthHttpParameters": {"BodyParameters": [{"Key": "scope", "Value": "read write"}] } } }
            """);

        var answer = await RunAsync($$"""{"ApiEndpoint": "{{Address}}/echo", "Method": "GET", "Authentication": {"ConnectionArn": "{{connection}}"} }""");

        Assert.Equal("Bearer grant_type=client_credentials&client_id=id&client_secret=s&scope=read%20write", Header((ObjectValue)answer["ResponseBody"]!, "authorization"));
    }

    [Theory]
    [InlineData("INDICES", "a%5B0%5D=x%20y&a%5B1%5D=2&m%5Bn%5D%5Bo%5D=true&z=")]
    [InlineData("REPEAT", "a=x%20y&a=2&m%5Bn%5D%5Bo%5D=true&z=")]
    [InlineData("COMMAS", "a=x%20y,2&m%5Bn%5D%5Bo%5D=true&z=")]
    [InlineData("BRACKETS", "a%5B%5D=x%20y&a%5B%5D=2&m%5Bn%5D%5Bo%5D=true&z=")]
    public async Task A_body_is_encoded_as_a_form(string format, string expected)
    {
        var answer = await RunAsync($$"""
            {"ApiEndpoint": "{{Address}}/echo", "Method": "POST", "RequestBody": {"a": ["x y", 2], "m": {"n": {"o": true} }, "z": null}, {{Basic()}},
             "Transform": {"RequestBodyEncoding": "URL_ENCODED", "RequestEncodingOptions": {"ArrayFormat": "{{format}}"} } }
            """);

        var body = (ObjectValue)answer["ResponseBody"]!;
        Assert.Equal((expected, "application/x-www-form-urlencoded"), (Text(body, "body"), Header(body, "content-type")));
    }

    [Fact]
    public async Task A_body_that_is_not_json_is_text()
    {
        var answer = await RunAsync($$"""{"ApiEndpoint": "{{Address}}/text", "Method": "GET", {{Basic()}} }""");

        Assert.Equal("\"plain {\"", answer["ResponseBody"]!.ToJson());
    }

    [Theory]
    [InlineData("/status/429", "States.Http.StatusCode.429", "Too Many Requests")]
    [InlineData("/status/500", "States.Http.StatusCode.500", "Internal Server Error")]
    [InlineData("/status/302", "States.Http.StatusCode.302", "Found")]
    public async Task A_status_that_is_no_success_is_an_error_of_its_own(string path, string error, string cause)
    {
        var failure = await FailAsync($$"""{"ApiEndpoint": "{{Address}}{{path}}", "Method": "GET", {{Basic()}} }""");

        Assert.Equal((error, cause), (failure.Error, failure.Cause));
    }

    [Fact]
    public async Task Nobody_listening_is_a_socket_error()
    {
        var failure = await FailAsync($$"""{"ApiEndpoint": "http://127.0.0.1:{{Ports.Free()}}/", "Method": "GET", {{Basic()}} }""");

        Assert.Equal("States.Http.Socket", failure.Error);
    }

    [Fact]
    public async Task An_answer_that_takes_a_minute_is_not_waited_for()
    {
        var running = FailAsync($$"""{"ApiEndpoint": "{{Address}}/hang", "Method": "GET", {{Basic()}} }""");
        await _hanging.Task;

        _clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal("States.Http.Socket", (await running).Error);
    }

    [Theory]
    [InlineData("\"ApiEndpoint\": \"ftp://x\", \"Method\": \"GET\"", "is not an http address")]
    [InlineData("\"Method\": \"GET\"", "needs ApiEndpoint")]
    [InlineData("\"ApiEndpoint\": \"http://127.0.0.1\"", "needs Method")]
    [InlineData("\"ApiEndpoint\": \"http://127.0.0.1\", \"Method\": \"GET\", \"Headers\": {\"authorization\": \"x\"}", "The header authorization is not allowed")]
    [InlineData("\"ApiEndpoint\": \"http://127.0.0.1\", \"Method\": \"GET\", \"Transform\": {\"RequestBodyEncoding\": \"XML\"}", "NONE or URL_ENCODED")]
    public async Task Arguments_that_make_no_request_are_told(string arguments, string problem)
    {
        var failure = await FailAsync($$"""{ {{arguments}}, {{Basic()}} }""");

        Assert.Equal("States.Runtime", failure.Error);
        Assert.Contains(problem, failure.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_is_not_there_is_named()
    {
        var failure = await FailAsync("""{"ApiEndpoint": "http://127.0.0.1", "Method": "GET", "Authentication": {"ConnectionArn": "arn:aws:events:us-east-1:000000000000:connection/none/1"} }""");

        Assert.Equal("Events.ConnectionResource.NotFound", failure.Error);
    }

    [Fact]
    public void A_connection_shows_no_secret()
    {
        Connect("API_KEY", """{"ApiKeyAuthParameters": {"ApiKeyName": "X-Key", "ApiKeyValue": "k3y"}, "InvocationHttpParameters": {"HeaderParameters": [{"Key": "h", "Value": "hidden", "IsValueSecret": true}]}}""");

        var described = (ObjectValue)Call("DescribeConnection", """{"Name":"API_KEY"}""");

        Assert.Equal(
            """{"ApiKeyAuthParameters":{"ApiKeyName":"X-Key"},"InvocationHttpParameters":{"HeaderParameters":[{"Key":"h","IsValueSecret":true}]}}""",
            described["AuthParameters"]!.ToJson());
        Assert.DoesNotContain("k3y", Call("ListConnections", "{}").ToJson(), StringComparison.Ordinal);
        Assert.Equal("ValidationException", Assert.Throws<ServiceException>(() => Connect("BASIC", """{"BasicAuthParameters": {"Username": "only"}}""")).Code);
    }

    private string Address => $"http://{_server.Address}";

    private readonly TaskCompletionSource _hanging = new();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var path = request.Path.Value!;
        if (path == "/hang")
        {
            _hanging.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        if (path.StartsWith("/status/", StringComparison.Ordinal))
        {
            context.Response.StatusCode = int.Parse(path["/status/".Length..], System.Globalization.CultureInfo.InvariantCulture);
            return;
        }
        var body = await new StreamReader(request.Body, Encoding.UTF8).ReadToEndAsync();
        if (path == "/text")
        {
            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync("plain {");
            return;
        }
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(path == "/token"
            ? new ObjectValue { ["access_token"] = body }.ToJson()
            : new ObjectValue
            {
                ["request"] = $"{request.Method} {context.Features.Get<IHttpRequestFeature>()!.RawTarget}",
                ["headers"] = new ObjectValue(request.Headers.Select(header => KeyValuePair.Create(header.Key.ToLowerInvariant(), (Value)header.Value.ToString()))),
                ["body"] = body,
            }.ToJson());
    }

    private string Basic() => $$""" "Authentication": {"ConnectionArn": "{{Connect("BASIC", """{"BasicAuthParameters": {"Username": "me", "Password": "secret ü"}}""")}}"} """;

    private string Connect(string type, string parameters) =>
        Text((ObjectValue)Call("CreateConnection", $$"""{"Name": "{{type}}", "AuthorizationType": "{{type}}", "AuthParameters": {{parameters}} }"""), "ConnectionArn");

    private Value Call(string operation, string request) => _events.CallAsync(operation, Value.Parse(request), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    private async Task<ObjectValue> RunAsync(string arguments) => (ObjectValue)await new HttpTask(Find, _clock).RunAsync((ObjectValue)Value.Parse(arguments), CancellationToken.None);

    private Task<TaskFailedException> FailAsync(string arguments) => Assert.ThrowsAsync<TaskFailedException>(() => RunAsync(arguments));

    private IAwsService? Find(string name) => name switch { "eventbridge" => _events, "ssm" => _ssm, _ => null };

    private static string Text(ObjectValue members, string name) => ((StringValue)members[name]!).Text;

    private static string Header(ObjectValue body, string name) => Text((ObjectValue)body["headers"]!, name);
}
