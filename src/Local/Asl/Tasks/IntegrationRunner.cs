using System.Globalization;
using Aot.Local.Json;
using Aot.Local.Services;

namespace Aot.Local.Asl.Tasks;

/// <summary>Runs tasks against the local services, with the arguments, results and error names of the real integrations.</summary>
/// <param name="find">The service of an SDK name (<c>sqs</c>, <c>sfn</c>), or null.</param>
/// <param name="nested">Follows executions for <c>.sync</c>.</param>
/// <param name="activities">Workers that ask for their tasks.</param>
/// <param name="random">Request ids.</param>
/// <param name="time">Limits HTTP tasks.</param>
internal sealed class IntegrationRunner(Func<string, IAwsService?> find, INestedExecutions nested, IActivities activities, Random random, TimeProvider time) : ITaskRunner
{
    private readonly HttpTask _http = new(find, time);

    public async ValueTask<Value> RunAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var requestId = RequestId();
        try
        {
            return await (call.Resource.Kind switch
            {
                TaskKind.Function => InvokeAsync(call.Resource, new ObjectValue { ["FunctionName"] = call.Resource.Arn, ["Payload"] = call.Arguments }, isPlain: true, requestId, cancellationToken),
                TaskKind.Activity => OfferAsync(call, cancellationToken),
                _ => IntegrateAsync(call, requestId, cancellationToken),
            });
        }
        catch (ServiceException refusal)
        {
            throw ErrorSpelling.Of(call.Resource.Kind == TaskKind.Function ? LambdaInvoke : call.Resource, refusal, requestId);
        }
    }

    public string? Refusal(TaskResource resource) =>
        resource.Kind == TaskKind.Activity && !activities.Exists(resource.Arn) ? $"The activity {resource.Arn} does not exist." : null;

    // The outcome comes with the token; all there is to wait for is that nobody wants it any more.
    private async ValueTask<Value> OfferAsync(TaskCall call, CancellationToken cancellationToken)
    {
        activities.Offer(call);
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return NullValue.Instance;
    }

    private static readonly TaskResource LambdaInvoke = TaskResource.Parse("arn:aws:states:::lambda:invoke")!;

    private ValueTask<Value> IntegrateAsync(TaskCall call, string requestId, CancellationToken cancellationToken)
    {
        var resource = call.Resource;
        if (call.Arguments is not ObjectValue arguments)
            throw new TaskFailedException(Model.ErrorNames.Runtime, $"The Arguments of {resource.Arn} must be an object, found {call.Arguments.ToJson()}");
        return (resource.Kind, resource.Service) switch
        {
            (TaskKind.Optimized, "http") => _http.RunAsync(arguments, cancellationToken),
            (TaskKind.Optimized, "lambda") => InvokeAsync(resource, arguments, isPlain: false, requestId, cancellationToken),
            (TaskKind.Optimized, "states") => StartExecutionAsync(call, arguments, requestId, cancellationToken),
            (TaskKind.Optimized, "events") => PutEventsAsync(resource, arguments, cancellationToken),
            (TaskKind.Optimized, "sqs") => OptimizedAsync(resource, "sqs", WithText(arguments, "MessageBody"), requestId, cancellationToken),
            (TaskKind.Optimized, "sns") => OptimizedAsync(resource, "sns", WithText(arguments, "Message"), requestId, cancellationToken),
            (TaskKind.Optimized, "dynamodb") => OptimizedAsync(resource, "dynamodb", LooseAttributes.ToTyped(arguments), requestId, cancellationToken),
            (TaskKind.Optimized, var service) => OptimizedAsync(resource, service, arguments, requestId, cancellationToken),
            (_, "sfn") => SfnAsync(resource, arguments, cancellationToken),
            (_, "dynamodb") => SdkDynamoDbAsync(resource, arguments, cancellationToken),
            (_, var service) => Service(resource, service).CallAsync(Pascal(resource.Operation), arguments, cancellationToken),
        };
    }

    // A function's error is the task's error under its own name; its payload is the cause.
    private async ValueTask<Value> InvokeAsync(TaskResource resource, ObjectValue request, bool isPlain, string requestId, CancellationToken cancellationToken)
    {
        var answer = (ObjectValue)await Service(resource, "lambda").CallAsync("Invoke", request, cancellationToken);
        var payload = answer["Payload"];
        if (answer.Has("FunctionError"))
        {
            var error = payload is ObjectValue failure && failure["errorType"] is StringValue type ? type.Text : "Lambda.Unknown";
            throw new TaskFailedException(error, payload?.ToJson());
        }
        if (isPlain) return payload ?? NullValue.Instance;
        var result = new ObjectValue
        {
            ["ExecutedVersion"] = answer["ExecutedVersion"] ?? "$LATEST",
            ["Payload"] = payload ?? NullValue.Instance,
            ["StatusCode"] = answer["StatusCode"] ?? 200,
        };
        SdkMetadata.AddTo(result, requestId);
        return result;
    }

    private async ValueTask<Value> OptimizedAsync(TaskResource resource, string service, ObjectValue arguments, string requestId, CancellationToken cancellationToken)
    {
        var answer = (ObjectValue)await Service(resource, service).CallAsync(Pascal(resource.Operation), arguments, cancellationToken);
        var result = new ObjectValue(answer);
        SdkMetadata.AddTo(result, requestId);
        return result;
    }

    // One refused entry fails the task; the whole answer is the cause.
    private async ValueTask<Value> PutEventsAsync(TaskResource resource, ObjectValue arguments, CancellationToken cancellationToken)
    {
        var request = new ObjectValue(arguments);
        if (request["Entries"] is ArrayValue entries)
            request["Entries"] = new ArrayValue([.. entries.Select(entry => entry is ObjectValue members ? WithText(members, "Detail") : entry)]);
        var answer = await Service(resource, "eventbridge").CallAsync("PutEvents", request, cancellationToken);
        if (answer is ObjectValue outcome && outcome["FailedEntryCount"] is NumberValue { Number: > 0 })
            throw new TaskFailedException("EventBridge.FailedEntry", answer.ToJson());
        return answer;
    }

    private async ValueTask<Value> StartExecutionAsync(TaskCall call, ObjectValue arguments, string requestId, CancellationToken cancellationToken)
    {
        var started = (ObjectValue)SfnShape.FromWire(
            await Service(call.Resource, "sfn").CallAsync("StartExecution", SfnShape.ToWire(WithText(arguments, "Input")), cancellationToken));
        var submitted = new ObjectValue(started);
        SdkMetadata.AddTo(submitted, requestId);
        if (call.Resource.Pattern is not (IntegrationPattern.Sync or IntegrationPattern.Sync2)) return submitted;

        call.Submitted(submitted);
        var arn = ((StringValue)started["ExecutionArn"]!).Text;
        // The parent ends its child when it is itself ended or out of time.
        await using var stop = cancellationToken.Register(() => nested.Stop(arn));
        await nested.EndedAsync(arn).WaitAsync(cancellationToken);
        var ended = SfnShape.Ended(nested.Describe(arn), hasParsedTexts: call.Resource.Pattern == IntegrationPattern.Sync2);
        if (ended["Status"] is StringValue { Text: "SUCCEEDED" }) return ended;
        // The cause is the .sync shape in both versions.
        throw new TaskFailedException(Model.ErrorNames.TaskFailed, SfnShape.Ended(nested.Describe(arn), hasParsedTexts: false).ToJson());
    }

    private async ValueTask<Value> SfnAsync(TaskResource resource, ObjectValue arguments, CancellationToken cancellationToken) =>
        SfnShape.FromWire(await Service(resource, "sfn").CallAsync(Pascal(resource.Operation), SfnShape.ToWire(WithText(WithText(arguments, "Input"), "Output")), cancellationToken));

    private async ValueTask<Value> SdkDynamoDbAsync(TaskResource resource, ObjectValue arguments, CancellationToken cancellationToken) =>
        AttributeSpelling.FromApi(await Service(resource, "dynamodb").CallAsync(Pascal(resource.Operation), AttributeSpelling.ToApi(arguments), cancellationToken));

    private IAwsService Service(TaskResource resource, string name) =>
        find(name) ?? throw Missing(resource, $"There is no local service '{name}'.");

    private static TaskFailedException Missing(TaskResource resource, string problem) =>
        new(Model.ErrorNames.Runtime, $"{resource.Arn} cannot run on this machine: {problem}");

    /// <summary>The integrations take an object where the API takes text, and send it as JSON.</summary>
    private static ObjectValue WithText(ObjectValue arguments, string name)
    {
        if (arguments[name] is not { } value || value is StringValue) return arguments;
        return new ObjectValue(arguments) { [name] = value.ToJson() };
    }

    private static string Pascal(string operation) => char.ToUpperInvariant(operation[0]) + operation[1..];

    private string RequestId()
    {
        Span<byte> bytes = stackalloc byte[16];
        lock (random) random.NextBytes(bytes);
        return new Guid(bytes).ToString("D", CultureInfo.InvariantCulture);
    }
}

/// <summary>The activities, whose workers fetch their tasks.</summary>
internal interface IActivities
{
    bool Exists(string activityArn);

    /// <summary>Has a task wait for a worker.</summary>
    void Offer(TaskCall call);
}

/// <summary>The executions that <c>.sync</c> tasks start and wait for.</summary>
internal interface INestedExecutions
{
    Task EndedAsync(string executionArn);

    /// <summary>The answer of DescribeExecution.</summary>
    ObjectValue Describe(string executionArn);

    void Stop(string executionArn);
}
