using System.Net.Http.Headers;
using Amazon.DynamoDBv2;
using Amazon.EC2;
using Amazon.Runtime;
using Amazon.SQS;
using Aot.Local.Json;
using Aot.Local.Lambda;

namespace Aot.Local.Demo;

/// <summary>The clients the demo speaks to the stack with: AWS's SDK where there is a package for the service, plain HTTP for the rest.</summary>
internal sealed class DemoClients : IDisposable
{
    private readonly string _region;

    public DemoClients(string endpoint, string region)
    {
        _region = region;
        var credentials = new BasicAWSCredentials(SandboxEnvironment.AccessKeyId, SandboxEnvironment.SecretAccessKey);
        Sqs = new AmazonSQSClient(credentials, new AmazonSQSConfig { ServiceURL = endpoint, AuthenticationRegion = region });
        DynamoDb = new AmazonDynamoDBClient(credentials, new AmazonDynamoDBConfig { ServiceURL = endpoint, AuthenticationRegion = region });
        Ec2 = new AmazonEC2Client(credentials, new AmazonEC2Config { ServiceURL = endpoint, AuthenticationRegion = region });
        Http = new HttpClient { BaseAddress = new Uri(endpoint) };
    }

    public IAmazonSQS Sqs { get; }

    public IAmazonDynamoDB DynamoDb { get; }

    public IAmazonEC2 Ec2 { get; }

    public HttpClient Http { get; }

    /// <summary>Calls Step Functions.</summary>
    /// <exception cref="DemoException">It refuses.</exception>
    public async Task<ObjectValue> StepFunctionsAsync(string operation, ObjectValue request, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(request.ToUtf8Json()) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0") } };
        using var message = new HttpRequestMessage(HttpMethod.Post, "/") { Content = content };
        message.Headers.Add("X-Amz-Target", "AWSStepFunctions." + operation);
        return (ObjectValue)Value.Parse(await SendAsync(message, operation, cancellationToken));
    }

    /// <summary>Calls a service that takes forms: SNS.</summary>
    /// <exception cref="DemoException">It refuses.</exception>
    public async Task SnsAsync(string action, IReadOnlyDictionary<string, string> parameters, CancellationToken cancellationToken)
    {
        var form = new Dictionary<string, string>(parameters) { ["Action"] = action, ["Version"] = "2010-03-31" };
        using var message = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new FormUrlEncodedContent(form) };
        // The service is told by the scope of the signature; the signature itself is not checked.
        message.Headers.TryAddWithoutValidation("Authorization",
            $"AWS4-HMAC-SHA256 Credential={SandboxEnvironment.AccessKeyId}/20260101/{_region}/sns/aws4_request, SignedHeaders=host, Signature=0");
        await SendAsync(message, action, cancellationToken);
    }

    private async Task<string> SendAsync(HttpRequestMessage message, string operation, CancellationToken cancellationToken)
    {
        using var response = await Http.SendAsync(message, cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode ? body : throw new DemoException($"{operation} answered {(int)response.StatusCode}: {body}");
    }

    public void Dispose()
    {
        Sqs.Dispose();
        DynamoDb.Dispose();
        Ec2.Dispose();
        Http.Dispose();
    }
}
