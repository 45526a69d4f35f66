using Aot.Local.Asl.Running;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;
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
        var random = new Random();
        var engine = new Engine(new IntegrationRunner(find, new Nested(find), random), time, random);
        dispose(engine);
        return new StepFunctionsService(engine, aws, time);
    }

    // The engine runs executions that start and follow others of the service it is about to become part of.
    private sealed class Nested(Func<string, IAwsService?> find) : INestedExecutions
    {
        private INestedExecutions Executions => (StepFunctionsService)find("sfn")!;

        public Task EndedAsync(string executionArn) => Executions.EndedAsync(executionArn);

        public ObjectValue Describe(string executionArn) => Executions.Describe(executionArn);

        public void Stop(string executionArn) => Executions.Stop(executionArn);
    }
}
