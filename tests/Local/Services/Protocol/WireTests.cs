using System.Net;
using Aot.Local.Json;
using Aot.Local.Services;
using Aot.Local.Services.DynamoDb;
using Aot.Local.Services.Ec2;
using Aot.Local.Services.EventBridge;
using Aot.Local.Services.Sns;
using Aot.Local.Services.Sqs;

namespace Aot.Local.Tests.Services.Protocol;

public class WireTests
{
    private const string Form = "application/x-www-form-urlencoded; charset=utf-8";

    [Theory]
    [InlineData("AmazonSQS.SendMessage", "{\"QueueUrl\":", 400, "com.amazonaws.sqs#SerializationException")]
    [InlineData("AmazonSQS.SendMessage", "[]", 400, "com.amazonaws.sqs#SerializationException")]
    [InlineData("AmazonSQS.SendMessage", "{}", 400, "com.amazonaws.sqs#MissingRequiredParameterException")]
    [InlineData("AmazonSQS.SendMessage", "{\"QueueUrl\":\"http://127.0.0.1/000000000000/none\",\"MessageBody\":\"a\"}", 400, "com.amazonaws.sqs#QueueDoesNotExist")]
    [InlineData("AmazonSQS.AddPermission", "{}", 400, "com.amazonaws.sqs#UnknownOperationException")]
    [InlineData("DynamoDB_20120810.GetItem", "nonsense", 400, "com.amazonaws.dynamodb.v20120810#SerializationException")]
    [InlineData("DynamoDB_20120810.GetItem", "{\"TableName\":\"none\",\"Key\":{}}", 400, "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException")]
    [InlineData("AWSEvents.PutEvents", "\u0001", 400, "SerializationException")]
    [InlineData("AWSEvents.PutRule", "{\"Name\":\"r\",\"EventPattern\":\"{\"}", 400, "InvalidEventPatternException")]
    [InlineData("Unheard.Of", "{}", 400, "UnknownOperationException")]
    [InlineData("NoDot", "{}", 400, "UnknownOperationException")]
    public async Task A_bad_JSON_request_gets_the_services_error(string target, string body, int status, string type)
    {
        await using var wire = await StartAsync();

        var response = await wire.PostAsync(body, target);
        var error = Value.Parse(await response.Content.ReadAsByteArrayAsync());

        Assert.Equal((status, type), ((int)response.StatusCode, error.TextAt("__type")));
        Assert.NotEqual("", error.TextAt("message"));
        Assert.True(response.Headers.Contains("x-amzn-RequestId"));
    }

    [Fact]
    public async Task An_unknown_queue_keeps_its_older_code_in_a_header()
    {
        await using var wire = await StartAsync();

        var response = await wire.PostAsync("""{"QueueName":"none"}""", "AmazonSQS.GetQueueUrl");

        Assert.Equal("AWS.SimpleQueueService.NonExistentQueue;Sender", response.Headers.GetValues("x-amzn-query-error").Single());
    }

    [Theory]
    [InlineData("sns", "Action=Publish&TopicArn=arn%3Aaws%3Asns%3Aus-east-1%3A000000000000%3Anone&Message=a", 404, "<Code>NotFound</Code>")]
    [InlineData("sns", "Action=Fly", 400, "<Code>UnknownOperationException</Code>")]
    [InlineData("sns", "nothing", 400, "<Code>MissingAction</Code>")]
    [InlineData("ec2", "Action=TerminateInstances&InstanceId.1=i-00000000000000001", 400, "<Code>InvalidInstanceID.NotFound</Code>")]
    [InlineData("ec2", "Action=DescribeVpcs", 400, "The local ec2 has no operation 'DescribeVpcs'. It has: CreateLaunchTemplate, ")]
    [InlineData("ec2", "Action=RunInstances&MinCount=many&MaxCount=1", 400, "<Code>SerializationException</Code>")]
    public async Task A_bad_form_gets_the_services_XML_error(string service, string body, int status, string part)
    {
        await using var wire = await StartAsync();

        var response = await wire.PostAsync(body, signedFor: service, contentType: Form);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(part, text);
        System.Xml.Linq.XDocument.Parse(text);
    }

    [Theory]
    [InlineData("kinesis", "is for the service 'kinesis'")]
    [InlineData(null, "is for no service known here")]
    public async Task A_request_for_no_local_service_is_told_which_there_are(string? service, string part)
    {
        await using var wire = await StartAsync();

        var response = await wire.PostAsync("{}", signedFor: service);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains(part, text);
        Assert.Contains("Local services: dynamodb, ec2, eventbridge, sns, sqs", text);
    }

    [Fact]
    public async Task A_body_above_every_limit_is_refused_and_the_next_request_served()
    {
        await using var wire = await StartAsync();

        var refused = await wire.PostAsync(new string(' ', 17 * 1024 * 1024), "AmazonSQS.ListQueues");
        var served = await wire.PostAsync("{}", "AmazonSQS.ListQueues");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
    }

    [Fact]
    public async Task A_topics_answers_are_XML_with_lists_and_maps()
    {
        await using var wire = await StartAsync();

        var created = await (await wire.PostAsync("Action=CreateTopic&Name=alarms&Version=2010-03-31", signedFor: "sns", contentType: Form)).Content.ReadAsStringAsync();
        var attributes = await (await wire.PostAsync(
            "Action=GetTopicAttributes&TopicArn=arn%3Aaws%3Asns%3Aus-east-1%3A000000000000%3Aalarms", signedFor: "sns", contentType: Form)).Content.ReadAsStringAsync();

        Assert.Contains("<CreateTopicResult><TopicArn>arn:aws:sns:us-east-1:000000000000:alarms</TopicArn></CreateTopicResult>", created);
        Assert.Contains("<Attributes><entry><key>TopicArn</key><value>arn:aws:sns:us-east-1:000000000000:alarms</value></entry>", attributes);
    }

    [Theory]
    [InlineData("Json10", "{}", "application/x-amz-json-1.0", "InternalServerError")]
    [InlineData("Query", "Action=Do", Form, "<Code>InternalFailure</Code>")]
    [InlineData("Ec2", "Action=Do", Form, "<Code>InternalFailure</Code>")]
    public async Task A_service_that_breaks_answers_500(string protocol, string body, string contentType, string part)
    {
        await using var wire = await Wire.StartAsync(_ => [new Broken(Enum.Parse<WireProtocol>(protocol))]);

        var response = await wire.PostAsync(body, protocol == "Json10" ? "Broken.Do" : null, "broken", contentType);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains(part, await response.Content.ReadAsStringAsync());
    }

    private static Task<Wire> StartAsync() => Wire.StartAsync(aws =>
    [
        new SqsService(aws, TimeProvider.System), new DynamoDbService(aws, TimeProvider.System), new Ec2Service(aws, TimeProvider.System),
        new SnsService(aws, TimeProvider.System, new RecordingTargets()), new EventBridgeService(aws, TimeProvider.System, new RecordingTargets()),
    ]);

    private sealed class Broken(WireProtocol protocol) : IAwsService
    {
        public string Name => "broken";

        public WireFormat Wire => new(protocol, "broken", "Broken");

        public ValueTask<Value> CallAsync(string operation, Value request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("out of order");
    }
}
