using Aot.Local.Services;
using Aot.Local.Services.DynamoDb;
using Aot.Local.Services.Ec2;
using Aot.Local.Services.EventBridge;
using Aot.Local.Services.S3;
using Aot.Local.Services.Sns;
using Aot.Local.Services.Sqs;
using Aot.Local.Services.Ssm;
using Aot.Local.Services.StepFunctions;

namespace Aot.Local;

/// <summary>The services beside Lambda, put together.</summary>
internal static class LocalServices
{
    /// <param name="targets">Where EventBridge and SNS deliver.</param>
    /// <param name="find">The service of an SDK name, for those that call others.</param>
    /// <param name="dispose">Takes what has to be disposed of.</param>
    /// <param name="print">Takes a line about what nobody could ask for later: an event given up, a failed Express execution.</param>
    /// <param name="keptExecutions">How many finished executions can still be described.</param>
    public static IEnumerable<IAwsService> Create(
        LocalAws aws, IEventTargets targets, Func<string, IAwsService?> find, TimeProvider time, Action<IDisposable> dispose, Action<string> print,
        int keptExecutions)
    {
        var sns = new SnsService(aws, time, targets);
        var events = new EventBridgeService(aws, time, targets);
        var s3 = new S3Service(aws, time, () => Guid.NewGuid().ToString("N"));
        var executions = new StepFunctionsService(find, aws, time, Random.Shared, keptExecutions: keptExecutions, objects: s3);
        events.Delivery.OnDropped = sns.Delivery.OnDropped = (target, payload, reason) =>
            print($"An event for {target} is given up: {reason.Message} It was: {Shorten(payload.ToJson())}");
        executions.OnUnseenFailure = (execution, reason) => print($"The Express execution {execution} failed: {reason}");
        dispose(events);
        dispose(executions);
        return
        [
            new SqsService(aws, time), new DynamoDbService(aws, time), sns, new SsmService(aws, time),
            new Ec2Service(aws, time), events, s3, executions,
        ];
    }

    private static string Shorten(string text) => text.Length <= 300 ? text : text[..300] + "…";
}
