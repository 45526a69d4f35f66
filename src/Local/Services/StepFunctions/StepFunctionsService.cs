using Aot.Local.Asl.Items;
using Aot.Local.Asl.Running;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;

namespace Aot.Local.Services.StepFunctions;

/// <summary>Step Functions over the local engine: state machines, executions, histories, task tokens.</summary>
/// <remarks>Messages are the wire's own (camelCase). Source: Step Functions API reference; error sentences as recorded from the service.</remarks>
internal sealed partial class StepFunctionsService : IAwsService, INestedExecutions, IExecutionObserver, IDisposable
{
    public const int DefaultKeptExecutions = 10_000;

    private readonly Engine _engine;
    private readonly LocalAws _aws;
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly Operations _operations;
    private readonly StateMachineStore _machines;
    private readonly ActivityStore _activities;
    private readonly IntegrationRunner _runner;
    private readonly ExecutionStore _executions;

    /// <param name="find">The other local services by SDK name (<c>sqs</c>, <c>lambda</c>), asked when a task runs; null for one that is not there.</param>
    /// <param name="aws">Account and region of ARNs.</param>
    /// <param name="time">The clock of everything that waits.</param>
    /// <param name="random">Retry jitter, task tokens, request ids.</param>
    /// <param name="dispatch">See <see cref="Scheduler"/>.</param>
    /// <param name="keptExecutions">How many finished executions, those of distributed Map states included, can still be asked about.</param>
    /// <param name="objects">The buckets of distributed Map states.</param>
    public StepFunctionsService(
        Func<string, IAwsService?> find, LocalAws aws, TimeProvider time, Random random, Action<Action>? dispatch = null, int keptExecutions = DefaultKeptExecutions,
        IObjectStore? objects = null)
    {
        (_aws, _time, _random) = (aws, time, random);
        _activities = new ActivityStore(time);
        _runner = new IntegrationRunner(name => name == Name ? this : find(name), this, _activities, random, time);
        _engine = new Engine(_runner, time, random, dispatch, objects, observer: this) { KeepsExpressHistory = true };
        _machines = new StateMachineStore();
        _executions = new ExecutionStore(keptExecutions);
        _operations = new Operations("sfn", RequestErrors.Missing)
        {
            { "CreateStateMachine", CreateStateMachine },
            { "UpdateStateMachine", UpdateStateMachine },
            { "DeleteStateMachine", DeleteStateMachine },
            { "DescribeStateMachine", DescribeStateMachine },
            { "ListStateMachines", ListStateMachines },
            { "ValidateStateMachineDefinition", ValidateStateMachineDefinition },
            { "PublishStateMachineVersion", PublishStateMachineVersion },
            { "ListStateMachineVersions", ListStateMachineVersions },
            { "DeleteStateMachineVersion", DeleteStateMachineVersion },
            { "CreateStateMachineAlias", CreateStateMachineAlias },
            { "UpdateStateMachineAlias", UpdateStateMachineAlias },
            { "DescribeStateMachineAlias", DescribeStateMachineAlias },
            { "ListStateMachineAliases", ListStateMachineAliases },
            { "DeleteStateMachineAlias", DeleteStateMachineAlias },
            { "TagResource", TagResource },
            { "UntagResource", UntagResource },
            { "ListTagsForResource", ListTagsForResource },
            { "TestState", TestStateAsync },
            { "StartExecution", StartExecution },
            { "StartSyncExecution", StartSyncExecutionAsync },
            { "StopExecution", StopExecution },
            { "DescribeExecution", DescribeExecution },
            { "ListExecutions", ListExecutions },
            { "GetExecutionHistory", GetExecutionHistory },
            { "DescribeStateMachineForExecution", DescribeStateMachineForExecution },
            { "DescribeMapRun", DescribeMapRun },
            { "ListMapRuns", ListMapRuns },
            { "UpdateMapRun", UpdateMapRun },
            { "RedriveExecution", RedriveExecution },
            { "CreateActivity", CreateActivity },
            { "DescribeActivity", DescribeActivity },
            { "ListActivities", ListActivities },
            { "DeleteActivity", DeleteActivity },
            { "GetActivityTask", GetActivityTaskAsync },
            { "SendTaskSuccess", SendTaskSuccess },
            { "SendTaskFailure", SendTaskFailure },
            { "SendTaskHeartbeat", SendTaskHeartbeat },
        };
    }

    public string Name => "sfn";

    public WireFormat Wire { get; } = new(WireProtocol.Json10, "states", "AWSStepFunctions");

    /// <summary>Told of each asynchronous Express execution that failed, ARN and reason: it cannot be described, AWS writes it to the machine's log.</summary>
    public Action<string, string>? OnUnseenFailure { get; set; }

    public ValueTask<Value> CallAsync(string operation, Value request, CancellationToken cancellationToken) =>
        _operations.CallAsync(operation, request, cancellationToken);

    public Task EndedAsync(string executionArn) => Execution(executionArn).Ended;

    public ObjectValue Describe(string executionArn) => Described(Execution(executionArn), isDataIncluded: true);

    public void Stop(string executionArn)
    {
        if (_executions.Find(executionArn) is { } execution) _engine.Stop(execution, null, null);
    }

    public void Dispose() => _engine.Dispose();

    private static ServiceException WrongType() => new("StateMachineTypeNotSupported", "This operation is not supported by this type of state machine");
}
