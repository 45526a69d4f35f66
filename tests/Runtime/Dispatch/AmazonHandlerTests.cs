using Amazon.Lambda.Core;
using Aot.Runtime.Tests.RuntimeApi;

namespace Aot.Runtime.Tests.Dispatch;

public sealed record OrderKey(string Id);

/// <summary>A handler as it is written for AWS's own packages.</summary>
public sealed class OrderHandlers
{
    [Amazon.Lambda.Annotations.LambdaFunction(MemorySize = 512)]
    public string[] GetOrder(OrderKey key, ILambdaContext context)
    {
        context.Logger.LogLine($"reading {key.Id}");
        var client = context.ClientContext;
        return
        [
            key.Id, context.AwsRequestId, context.InvokedFunctionArn, context.Identity?.IdentityId ?? "nobody", client?.Client.AppTitle ?? "no app",
            client?.Custom["color"] ?? "no color", $"{context.RemainingTime > TimeSpan.Zero}", $"{context.MemoryLimitInMB}",
        ];
    }
}

public sealed class AmazonHandlerTests
{
    [Fact]
    public async Task A_handler_of_AWSs_own_packages_gets_its_context()
    {
        var run = await RunAsync(ScriptedApi.Event(
            """{"id":"o-1"}""",
            "id-7",
            "Lambda-Runtime-Invoked-Function-Arn: arn:f\r\nLambda-Runtime-Cognito-Identity: {\"cognitoIdentityId\":\"me\",\"cognitoIdentityPoolId\":\"p\"}\r\n"
            + "Lambda-Runtime-Client-Context: {\"client\":{\"app_title\":\"Shop\"},\"custom\":{\"color\":\"red\"}}\r\n"));

        Assert.Equal("""["o-1","id-7","arn:f","me","Shop","red","True","0"]""", run.Posts[0].Body);
        Assert.Contains(run.Log, line => line.Contains("reading o-1", StringComparison.Ordinal) && line.Contains("id-7", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_nobody_sent_is_null()
    {
        var run = await RunAsync(ScriptedApi.Event("""{"id":"o-1"}"""));

        Assert.Contains("\"nobody\",\"no app\",\"no color\"", run.Posts[0].Body, StringComparison.Ordinal);
    }

    private static Task<RuntimeRun> RunAsync(Answer @event) =>
        RuntimeRun.StartAsync(Aot.Bootstrap.Dispatch.Select, [@event], variables: new Dictionary<string, string> { ["_HANDLER"] = "GetOrder" });
}
