using System.Net;
using System.Text;
using Aot.Local.HttpApi;
using Aot.Local.Json;
using Aot.Local.Services;
using Aot.Local.Template;

namespace Aot.Local.Tests.HttpApi;

/// <summary>An API as the template declares it, over a real socket; the functions and EventBridge are scripted.</summary>
public sealed class HttpApiEndpointTests : IAsyncLifetime
{
    private const string Definition = """
        Resources:
          Api:
            Type: AWS::Serverless::HttpApi
            Properties:
              DefinitionBody:
                paths:
                  /webhook:
                    post:
                      security: [{ Token: [] }]
                      x-amazon-apigateway-integration:
                        type: aws_proxy
                        integrationSubtype: EventBridge-PutEvents
                        payloadFormatVersion: "1.0"
                        requestParameters: { Source: hook, DetailType: $request.header.X-Event, Detail: $request.body, EventBusName: bus }
                  /things/{id}:
                    get:
                      x-amazon-apigateway-integration:
                        type: aws_proxy
                        payloadFormatVersion: "2.0"
                        uri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:Things/invocations
                components:
                  securitySchemes:
                    Token:
                      x-amazon-apigateway-authorizer:
                        type: request
                        identitySource: $request.header.X-Token
                        authorizerUri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:Guard/invocations
                        authorizerPayloadFormatVersion: "2.0"
                        authorizerResultTtlInSeconds: 60
                        enableSimpleResponses: true
        """;

    private readonly ScriptedFunctions _functions = new();
    private readonly ScriptedEvents _events = new();
    private readonly FakeClock _time = new();
    private readonly HttpClient _http = new();
    private LoopbackServer? _server;

    public async Task InitializeAsync()
    {
        var aws = new LocalAws();
        var routes = new RouteTable(ApiReader.Read(SamTemplate.Parse(Definition, "template.yaml", new PseudoParameters())));
        var api = new HttpApiEndpoint(routes, new RouteAuthorization(_functions, aws, _time), _functions, _ => _events, aws, _time);
        _server = await LoopbackServer.StartAsync(0, async context =>
        {
            if (!await api.TryHandleAsync(context)) context.Response.StatusCode = 404;
        }, 1 << 20);
        _http.BaseAddress = new Uri($"http://{_server.Address}");
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _server!.DisposeAsync();
    }

    [Fact]
    public async Task An_allowed_request_becomes_an_event_without_a_function_in_between()
    {
        var (status, body) = await Post("""{"object_kind":"build"}""", "good");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("""{"FailedEntryCount":0}""", body);
        Assert.Equal("""{"Entries":[{"Detail":"{\"object_kind\":\"build\"}","DetailType":"Job Hook","EventBusName":"bus","Source":"hook"}]}""", Assert.Single(_events.Requests));
    }

    [Fact]
    public async Task Without_its_identity_a_request_is_unauthorized_and_the_authorizer_is_not_asked()
    {
        var (status, body) = await Post("{}", token: null);

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal("""{"message":"Unauthorized"}""", body);
        Assert.Empty(_functions.Events);
    }

    [Fact]
    public async Task What_the_authorizer_denies_is_forbidden_and_starts_nothing()
    {
        var (status, body) = await Post("{}", "bad");

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Equal("""{"message":"Forbidden"}""", body);
        Assert.Empty(_events.Requests);
    }

    [Theory]
    [InlineData("Unauthorized", HttpStatusCode.Unauthorized)]
    [InlineData("boom", HttpStatusCode.InternalServerError)]
    public async Task An_authorizer_that_fails_lets_nothing_through(string message, HttpStatusCode expected)
    {
        _functions.Failure = message;

        var (status, _) = await Post("{}", "good");

        Assert.Equal(expected, status);
        Assert.Empty(_events.Requests);
    }

    [Fact]
    public async Task The_authorizers_answer_holds_for_its_time_and_its_identity()
    {
        await Post("{}", "good");
        await Post("{}", "good");
        await Post("{}", "bad");
        Assert.Equal(2, _functions.Events.Count);

        _time.Advance(TimeSpan.FromSeconds(61));
        await Post("{}", "good");

        Assert.Equal(3, _functions.Events.Count);
    }

    [Fact]
    public async Task The_authorizer_sees_the_request_in_format_2()
    {
        await Post("{}", "good");

        var e = (ObjectValue)Assert.Single(_functions.Events);
        Assert.Equal("2.0", Text(e["version"]));
        Assert.Equal("REQUEST", Text(e["type"]));
        Assert.Equal("""["good"]""", e["identitySource"]!.ToJson());
        Assert.Equal("POST /webhook", Text(e["routeKey"]));
        Assert.False(e.Has("body"));
    }

    [Fact]
    public async Task A_request_that_lacks_a_mapped_part_is_a_bad_request()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/webhook") { Content = new StringContent("{}") };
        request.Headers.Add("X-Token", "good");

        var response = await _http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("DetailType", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_function_answers_through_the_proxy()
    {
        var response = await _http.GetAsync("/things/a%20b?q=1");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("yes", response.Headers.GetValues("X-Proxied").Single());
        Assert.Equal("""{"id":"a b"}{"q":"1"}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_path_without_a_route_is_not_the_apis() => Assert.Equal(HttpStatusCode.NotFound, (await _http.GetAsync("/webhook")).StatusCode);

    private async Task<(HttpStatusCode Status, string Body)> Post(string body, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/webhook") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Event", "Job Hook");
        if (token is not null) request.Headers.Add("X-Token", token);
        var response = await _http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static string Text(Value? value) => Assert.IsType<StringValue>(value).Text;

    private sealed class ScriptedFunctions : IFunctionInvoker
    {
        public List<Value> Events { get; } = [];

        public string? Failure { get; set; }

        public Task<FunctionAnswer> InvokeAsync(string functionArn, Value payload, CancellationToken cancellationToken)
        {
            Events.Add(payload);
            var e = (ObjectValue)payload;
            if (functionArn.EndsWith(":Things", StringComparison.Ordinal))
            {
                var body = e["pathParameters"]!.ToJson() + e["queryStringParameters"]!.ToJson();
                return Task.FromResult(new FunctionAnswer(
                    new ObjectValue { ["statusCode"] = 201, ["headers"] = new ObjectValue { ["X-Proxied"] = "yes" }, ["body"] = body }, false));
            }
            if (Failure is not null) return Task.FromResult(new FunctionAnswer(new ObjectValue { ["errorMessage"] = Failure }, true));
            var isGood = ((ArrayValue)e["identitySource"]!)[0] is StringValue { Text: "good" };
            return Task.FromResult(new FunctionAnswer(new ObjectValue { ["isAuthorized"] = isGood }, false));
        }
    }

    private sealed class ScriptedEvents : IAwsService
    {
        public List<string> Requests { get; } = [];

        public string Name => "eventbridge";

        public WireFormat Wire { get; } = new(WireProtocol.Json11, "events", "AWSEvents");

        public ValueTask<Value> CallAsync(string operation, Value request, CancellationToken cancellationToken)
        {
            Requests.Add(request.ToJson());
            return ValueTask.FromResult<Value>(new ObjectValue { ["FailedEntryCount"] = 0 });
        }
    }
}
