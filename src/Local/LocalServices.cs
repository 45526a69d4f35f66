using Aot.Local.Services;
using Aot.Local.Services.DynamoDb;
using Aot.Local.Services.Ec2;
using Aot.Local.Services.EventBridge;
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
    public static IEnumerable<IAwsService> Create(LocalAws aws, IEventTargets targets, Func<string, IAwsService?> find, TimeProvider time, Action<IDisposable> dispose)
    {
        var events = new EventBridgeService(aws, time, targets);
        var executions = new StepFunctionsService(find, aws, time, Random.Shared);
        dispose(events);
        dispose(executions);
        return
        [
            new SqsService(aws, time), new DynamoDbService(aws, time), new SnsService(aws, time, targets), new SsmService(aws, time),
            new Ec2Service(aws, time), events, executions,
        ];
    }
}
