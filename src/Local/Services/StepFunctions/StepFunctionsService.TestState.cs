using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Model;
using Aot.Local.Asl.Reading;
using Aot.Local.Asl.Tasks;
using Aot.Local.Asl.Testing;
using Aot.Local.Json;

namespace Aot.Local.Services.StepFunctions;

/// <summary>TestState: one state, run by itself.</summary>
internal sealed partial class StepFunctionsService
{
    private const string TestedStateName = "StateName"; // what the service calls a state that came without a machine

    private async ValueTask<Value> TestStateAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        var level = request.Enumerated("inspectionLevel", "INFO", "DEBUG", "TRACE") ?? "INFO";
        var roleArn = request.Text("roleArn");
        if (roleArn is not null) RequireRole(roleArn);
        var mock = ReadMock(request, out var mode);
        var configuration = request.Structure("stateConfiguration");
        var failedIterations = configuration?.Bounded("mapIterationFailureCount", 0, int.MaxValue);
        if (failedIterations is not null && mock is null)
            throw RequestErrors.Validation("TestState does not support MapIterationFailureCount when a mock is not specified.");
        var (state, definition) = TestedState(request);
        RequireTestable(state, mock);
        if (configuration?.Text("errorCausedByState") is { } culprit && FindState(definition, culprit) is null) throw RequestErrors.Validation("State not found in definition");
        var input = ReadInput(request.Text("input") ?? "{}");
        var tested = new StateTestRequest(state, input, ReadVariables(request), new TestContext(), ExecutionArn: _aws.Arn("states", $"express:{TestedStateName}:test"))
        {
            Mock = mock,
            RetryCount = configuration?.Bounded("retrierRetryCount", 0, int.MaxValue) ?? 0,
            FailedIterations = failedIterations,
            ItemReaderData = configuration?.Text("mapItemReaderData"),
        };
        tested = tested with { Context = TestContext.Read(request, mock is not null) ?? TestContextOf(tested, roleArn) };
        if (mock?.Result is { } result) MockedResults.Require(state, result, failedIterations, mode);
        var outcome = await new StateTest(tested, _runner, new EvaluationAmbient(_time, _random)).RunAsync(cancellationToken);
        return Shape.Of(
            ("output", outcome.Output?.ToJson()), ("error", outcome.Error), ("cause", outcome.Cause),
            ("inspectionData", level == "INFO" ? null : Written(outcome.Inspection)), ("nextState", outcome.Next),
            ("status", outcome.Status switch
            {
                StateTestStatus.Succeeded => "SUCCEEDED",
                StateTestStatus.Retriable => "RETRIABLE",
                StateTestStatus.CaughtError => "CAUGHT_ERROR",
                _ => "FAILED",
            }));
    }

    private static StateMock? ReadMock(ServiceRequest request, out string mode)
    {
        var mock = request.Structure("mock");
        mode = mock?.Enumerated("fieldValidationMode", "STRICT", "PRESENT", "NONE") ?? "STRICT";
        if (mock is null) return null;
        var (result, error) = (mock.Text("result"), mock.Structure("errorOutput"));
        if (result is null == error is null) throw RequestErrors.Validation("A test mock should have only one of the following fields: [result, errorOutput].");
        return error is not null
            ? new StateMock(null, error.Limited("error", MaxErrorLength), error.Limited("cause", MaxCauseLength))
            : new StateMock(ReadJson("Mocked result", result!), null, null);
    }

    private static (State State, StateMachineDefinition Definition) TestedState(ServiceRequest request)
    {
        var text = request.RequiredText("definition");
        var name = request.Limited("stateName", MaxNameLength);
        var definition = name is null ? DefinitionReader.ReadState(text, TestedStateName) : DefinitionReader.Read(text, WorkflowType.Standard);
        if (!definition.IsValid) throw new ServiceException("InvalidDefinition", definition.RefusalMessage);
        return (FindState(definition, name ?? TestedStateName) ?? throw RequestErrors.Validation("State not found in definition"), definition);
    }

    private static State? FindState(StateMachineDefinition definition, string name) => FindState(definition.Graph!, name);

    // Names are unique in a definition, those of branches and item processors included.
    private static State? FindState(StateGraph graph, string name)
    {
        if (graph.States.TryGetValue(name, out var found)) return found;
        foreach (var state in graph.States.Values)
        {
            IReadOnlyList<StateGraph> inner = state switch
            {
                ParallelState parallel => parallel.Branches,
                MapState map => [map.Processor],
                _ => [],
            };
            foreach (var below in inner)
            {
                if (FindState(below, name) is { } deeper) return deeper;
            }
        }
        return null;
    }

    private static void RequireTestable(State state, StateMock? mock)
    {
        if (mock is not null && state is not (TaskState or MapState or ParallelState))
            throw RequestErrors.Validation($"State type '{state.Type}' is not supported when a mock is specified");
        if (mock is null && state is MapState or ParallelState)
            throw new ServiceException(
                "InvalidDefinition", "TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]");
        if (mock is null && state is TaskState { Resource: { Kind: TaskKind.Activity } or { Pattern: not IntegrationPattern.RequestResponse } } task)
            throw new ServiceException("InvalidDefinition", $"TestState API does not support the resource {task.Resource.Arn} when a mock is not specified.");
    }

    private static List<KeyValuePair<string, Value>> ReadVariables(ServiceRequest request)
    {
        if (request.Text("variables") is not { } text) return [];
        var variables = ReadJson("Variables", text) as ObjectValue ?? throw RequestErrors.Validation("Variables must be a JSON object.");
        foreach (var name in variables.Names)
        {
            if (VariableNames.Problem(name) is { } problem) throw RequestErrors.Validation($"Invalid variables provided: {problem}");
        }
        return [.. variables];
    }

    private static Value ReadJson(string what, string text)
    {
        try
        {
            return Value.Parse(text);
        }
        catch (JsonFormatException error)
        {
            throw RequestErrors.Validation($"{what} must be valid JSON: {JsonProblem.Describe(text, error)}");
        }
    }

    private TestContext TestContextOf(StateTestRequest tested, string? roleArn)
    {
        var (machine, name) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        return TestContext.Default(
            tested, roleArn, _aws.Arn("states", $"express:{machine}:{name}"), name, _aws.Arn("states", $"stateMachine:{machine}"), machine, _time.GetUtcNow());
    }

    private static ObjectValue Written(Inspection inspection) => Shape.Of(
        ("input", inspection.Input.ToJson()), ("afterArguments", inspection.AfterArguments?.ToJson()), ("afterInputPath", inspection.AfterInputPath?.ToJson()),
        ("afterParameters", inspection.AfterParameters?.ToJson()), ("result", inspection.Result?.ToJson()),
        ("afterResultSelector", inspection.AfterResultSelector?.ToJson()), ("afterResultPath", inspection.AfterResultPath?.ToJson()),
        ("afterItemsPath", inspection.AfterItemsPath?.ToJson()), ("afterItemsPointer", inspection.AfterItemsPointer?.ToJson()),
        ("afterItemSelector", inspection.AfterItemSelector?.ToJson()), ("afterItemBatcher", inspection.AfterItemBatcher?.ToJson()),
        ("maxConcurrency", inspection.MaxConcurrency), ("toleratedFailureCount", inspection.ToleratedFailureCount),
        ("toleratedFailurePercentage", inspection.ToleratedFailurePercentage),
        ("variables", inspection.Variables.Count == 0 ? null : new ObjectValue(inspection.Variables).ToJson()),
        ("errorDetails", inspection.CatchIndex is null && inspection.RetryIndex is null
            ? null
            : Shape.Of(
                ("catchIndex", inspection.CatchIndex), ("retryIndex", inspection.RetryIndex), ("retryBackoffIntervalSeconds", inspection.RetryBackoffSeconds))));
}
