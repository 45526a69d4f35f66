using Aot.Local.Services;
using Aot.Local.Services.DynamoDb;
using Aot.Local.Services.Sqs;
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
        return [new SqsService(aws, time), new DynamoDbService(aws, time), StepFunctions(aws, find, time, dispose)];
    }

    private static StepFunctionsService StepFunctions(LocalAws aws, Func<string, IAwsService?> find, TimeProvider time, Action<IDisposable> dispose)
    {
        var service = new StepFunctionsService(find, aws, time, Random.Shared);
        dispose(service);
        return service;
    }
}
