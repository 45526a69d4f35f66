using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;
using Aot.Local.Template;
using Aot.Local.Tests.Lambda;
using MQTTnet;

namespace Aot.Local.Tests;

/// <summary>Whole templates over real sockets and processes; the functions' bootstrap is this test project's executable.</summary>
public sealed class StackTests : IDisposable
{
    private const string Functions = """
        Globals:
          Function:
            Runtime: provided.al2023
            CodeUri: .
            Timeout: 20
            Environment: { Variables: { DOTNET_ROOT: "$DOTNET_ROOT" } }
        Resources:
          Echo: { Type: 'AWS::Serverless::Function', Properties: { Handler: Echo } }
          Throw: { Type: 'AWS::Serverless::Function', Properties: { Handler: Throw } }
          Results: { Type: 'AWS::SQS::Queue' }

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("aot-test-").FullName;
    private readonly List<string> _printed = [];
    private readonly HttpClient _http = new();

    public StackTests() => File.CreateSymbolicLink(Path.Combine(_folder, "bootstrap"), TestFunction.Of("").Executable);

    public void Dispose()
    {
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_function_is_invoked_over_Lambdas_own_API()
    {
        await using var stack = await StartAsync(Functions);

        var response = await InvokeAsync(stack, "Echo", """{"a":1}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("""{"a":1}""", await response.Content.ReadAsStringAsync());
        Assert.Equal("$LATEST", response.Headers.GetValues("X-Amz-Executed-Version").Single());
    }

    [Fact]
    public async Task A_handlers_error_is_an_answered_invocation_with_the_error_header()
    {
        await using var stack = await StartAsync(Functions);

        var response = await InvokeAsync(stack, "arn:aws:lambda:us-east-1:000000000000:function:Throw", "1");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Unhandled", response.Headers.GetValues("X-Amz-Function-Error").Single());
        Assert.Contains("JobRejectedException", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("Nobody", "1", "RequestResponse", 404, "ResourceNotFoundException")]
    [InlineData("Echo", "{bad", "RequestResponse", 400, "InvalidRequestContentException")]
    [InlineData("Echo", "1", "Sometimes", 400, "InvalidParameterValueException")]
    public async Task A_wrong_invocation_gets_Lambdas_error(string function, string payload, string type, int status, string error)
    {
        await using var stack = await StartAsync(Functions);

        var response = await InvokeAsync(stack, function, payload, type);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(error, response.Headers.GetValues("x-amzn-ErrorType").Single());
    }

    [Fact]
    public async Task A_payload_over_the_limit_is_refused_and_the_stack_goes_on()
    {
        await using var stack = await StartAsync(Functions);

        var tooLarge = await InvokeAsync(stack, "Echo", $"\"{new string('x', 6 * 1024 * 1024)}\"");
        var next = await InvokeAsync(stack, "Echo", "1");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task A_dry_run_runs_nothing()
    {
        await using var stack = await StartAsync(Functions);

        var response = await InvokeAsync(stack, "Echo", "1", "DryRun");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(0, stack.Functions.ProcessCount);
    }

    [Fact]
    public async Task Telemetry_over_MQTT_goes_through_a_rule_into_a_queue()
    {
        await using var stack = await StartAsync(Functions + """
              Rule:
                Type: AWS::IoT::TopicRule
                Properties:
                  TopicRulePayload:
                    Sql: SELECT t, topic(2) AS device FROM 'bbq/+/telemetry' WHERE t > 100
                    Actions: [{ Sqs: { QueueUrl: !Ref Results, RoleArn: role } }]
            """);
        using var client = new MqttClientFactory().CreateMqttClient();
        await client.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", stack.MqttPort).Build());

        await client.PublishStringAsync("bbq/cold/telemetry", """{"t":20}""", MQTTnet.Protocol.MqttQualityOfServiceLevel.AtLeastOnce);
        await client.PublishStringAsync("bbq/hot/telemetry", """{"t":120}""", MQTTnet.Protocol.MqttQualityOfServiceLevel.AtLeastOnce);

        Assert.Equal("""{"t":120,"device":"hot"}""", await ReceiveAsync(stack));
    }

    [Fact]
    public async Task An_event_of_a_rule_starts_a_machine_that_runs_a_function()
    {
        await using var stack = await StartAsync(Functions + """
              Machine:
                Type: AWS::Serverless::StateMachine
                Properties:
                  DefinitionSubstitutions: { EchoArn: !GetAtt Echo.Arn, Results: !Ref Results }
                  Definition:
                    QueryLanguage: JSONata
                    StartAt: call
                    States:
                      call:
                        Type: Task
                        Resource: arn:aws:states:::lambda:invoke
                        Arguments: { FunctionName: '${EchoArn}', Payload: '{% $states.input %}' }
                        Output: '{% $states.result.Payload %}'
                        Next: send
                      send:
                        Type: Task
                        Resource: arn:aws:states:::sqs:sendMessage
                        Arguments: { QueueUrl: '${Results}', MessageBody: '{% $states.input %}' }
                        End: true
                  Events:
                    Order: { Type: EventBridgeRule, Properties: { Pattern: { source: [shop] }, InputPath: $.detail } }
            """);

        var answer = await PostAsync(stack, "AWSEvents.PutEvents", """{"Entries":[{"Source":"shop","DetailType":"Order","Detail":"{\"id\":7}"}]}""");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        Assert.Equal("""{"id":7}""", await ReceiveAsync(stack));
    }

    [Fact]
    public async Task An_event_that_its_target_refuses_is_shown()
    {
        await using var stack = await StartAsync(Functions + """
              Rule: { Type: 'AWS::Events::Rule', Properties: { EventPattern: { source: [shop] }, Targets: [{ Id: gone, Arn: 'arn:aws:sqs:us-east-1:000000000000:Gone' }] } }
            """);

        await PostAsync(stack, "AWSEvents.PutEvents", """{"Entries":[{"Source":"shop","DetailType":"Order","Detail":"{\"id\":7}"}]}""");

        var line = await PrintedAsync("Gone is given up");
        Assert.Contains("The specified queue does not exist.", line);
        Assert.Contains("\"id\":7", line);
    }

    [Fact]
    public async Task An_Express_execution_that_fails_is_shown()
    {
        await using var stack = await StartAsync(Functions + """
              Machine:
                Type: AWS::Serverless::StateMachine
                Properties: { Type: EXPRESS, Definition: { StartAt: no, States: { no: { Type: Fail, Error: NoOrder, Cause: it is empty } } } }
            """);

        await PostAsync(stack, "AWSStepFunctions.StartExecution", """{"stateMachineArn":"arn:aws:states:us-east-1:000000000000:stateMachine:Machine"}""");

        Assert.Contains("NoOrder: it is empty", await PrintedAsync("express:Machine:"));
    }

    [Theory]
    [InlineData(17)]
    [InlineData(21)]
    public async Task A_body_above_every_limit_is_refused_with_its_status(int megabytes)
    {
        await using var stack = await StartAsync(Functions);

        var refused = await PostAsync(stack, "AmazonSQS.ListQueues", new string(' ', megabytes * 1024 * 1024));
        var served = await PostAsync(stack, "AmazonSQS.ListQueues", "{}");

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.OK), (refused.StatusCode, served.StatusCode));
    }

    [Fact]
    public async Task An_HttpApi_event_is_a_route_to_its_function()
    {
        await using var stack = await StartAsync(Functions + """
              Web:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: Echo
                  Events:
                    Get: { Type: HttpApi, Properties: { Method: get, Path: '/orders/{id}' } }
            """);

        var e = await _http.GetFromJsonAsync<System.Text.Json.JsonElement>($"{stack.Aws.Endpoint}/orders/7");

        Assert.Equal("7", e.GetProperty("pathParameters").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_type_without_a_local_counterpart_is_named_and_left_out()
    {
        await using var stack = await StartAsync(Functions + "  Grid: { Type: 'AWS::Location::Map' }\n");

        Assert.Contains(_printed, line => line.Contains("Grid is left out: AWS::Location::Map", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_resource_its_service_refuses_stops_the_start_and_names_the_line()
    {
        var refusal = await Assert.ThrowsAsync<TemplateException>(() => StartAsync("Resources:\n  Q: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: lots } }\n"));

        Assert.Equal(2, refusal.Line);
    }

    [Fact]
    public async Task An_MQTT_port_in_use_is_known_before_anything_is_published()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        const string NothingToPublish = "Resources:\n  F: { Type: 'AWS::Serverless::Function', Properties: { Runtime: provided.al2023, Handler: F, CodeUri: ./nowhere } }\n";

        var refusal = await Assert.ThrowsAsync<StartException>(() => StartAsync(NothingToPublish, port));

        Assert.Contains($"MQTT port {port} is in use", refusal.Message);
    }

    private async Task<Stack> StartAsync(string template, int mqttPort = 0)
    {
        var file = Path.Combine(_folder, "template.yaml");
        await File.WriteAllTextAsync(file, template.Replace("$DOTNET_ROOT", TestFunction.Of("").Environment["DOTNET_ROOT"], StringComparison.Ordinal));
        var output = new StackOutput(line => { lock (_printed) _printed.Add(line); }, (_, _) => { });
        return await Stack.StartAsync(new StackOptions(file, 0, mqttPort, new Dictionary<string, string>()), TimeProvider.System, output, CancellationToken.None);
    }

    private Task<HttpResponseMessage> InvokeAsync(Stack stack, string function, string payload, string type = "RequestResponse")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{stack.Aws.Endpoint}/2015-03-31/functions/{Uri.EscapeDataString(function)}/invocations")
        {
            Content = new StringContent(payload, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Amz-Invocation-Type", type);
        return _http.SendAsync(request);
    }

    private Task<HttpResponseMessage> PostAsync(Stack stack, string target, string json)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, stack.Aws.Endpoint) { Content = new StringContent(json) };
        request.Headers.Add("X-Amz-Target", target);
        request.Headers.ExpectContinue = true; // a client that is refused may not have sent all it has
        return _http.SendAsync(request);
    }

    private async Task<string> PrintedAsync(string part)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            lock (_printed)
            {
                if (_printed.Find(line => line.Contains(part, StringComparison.Ordinal)) is { } found) return found;
            }
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static async Task<string> ReceiveAsync(Stack stack)
    {
        using var sqs = new AmazonSQSClient(new BasicAWSCredentials("x", "y"), new AmazonSQSConfig { ServiceURL = stack.Aws.Endpoint, AuthenticationRegion = "us-east-1" });
        var answer = await sqs.ReceiveMessageAsync(new ReceiveMessageRequest($"{stack.Aws.Endpoint}/{stack.Aws.AccountId}/Results") { WaitTimeSeconds = 20 });
        return Assert.Single(answer.Messages).Body;
    }
}
