using System.Globalization;
using System.Text;
using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Model;
using Aot.Local.Asl.Reading;
using Aot.Local.Asl.Running;
using Aot.Local.Json;

namespace Aot.Local.Services.StepFunctions;

internal sealed partial class StepFunctionsService
{
    private const int MaxErrorLength = 256; // API reference, SensitiveError
    private const int MaxCauseLength = 32_768; // API reference, SensitiveCause
    private const string PendingRedrive = "PENDING_REDRIVE";

    private Value StartExecution(ServiceRequest request)
    {
        var execution = Start(request, Target(request.RequiredText("stateMachineArn")));
        if (execution.Identity.Type == WorkflowType.Express) _ = TellFailureAsync(execution);
        return Shape.Of(("executionArn", execution.Identity.Arn), ("startDate", execution.StartTime));
    }

    private async ValueTask<Value> StartSyncExecutionAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        const int BilledMemoryMb = 64; // Express workflows are billed in steps of 64 MB
        const double BilledStepMs = 100;
        var isDataIncluded = IsDataIncluded(request);
        var target = Target(request.RequiredText("stateMachineArn"));
        if (target.Machine.Type != WorkflowType.Express) throw WrongType();
        var execution = Start(request, target);
        await execution.Ended.WaitAsync(cancellationToken);
        var duration = (execution.StopTime!.Value - execution.StartTime).TotalMilliseconds;
        var billed = Shape.Of(
            ("billedDurationInMilliseconds", (long)(Math.Max(1, Math.Ceiling(duration / BilledStepMs)) * BilledStepMs)), ("billedMemoryUsedInMB", BilledMemoryMb));
        return Shape.Of(
            ("executionArn", execution.Identity.Arn), ("stateMachineArn", target.Machine.Arn), ("name", execution.Identity.Name),
            ("startDate", execution.StartTime), ("stopDate", execution.StopTime), ("status", StatusName(execution.Status)),
            ("error", execution.Error), ("cause", execution.Cause),
            ("input", isDataIncluded ? execution.Input.ToJson() : null), ("inputDetails", Included(isDataIncluded)),
            ("output", isDataIncluded ? execution.Output?.ToJson() : null), ("outputDetails", execution.Output is null ? null : Included(isDataIncluded)),
            ("traceHeader", execution.Identity.TraceHeader), ("billingDetails", billed));
    }

    private Value StopExecution(ServiceRequest request)
    {
        var execution = StandardExecution(request);
        _engine.Stop(execution, request.Limited("error", MaxErrorLength), request.Limited("cause", MaxCauseLength));
        return Shape.Of(("stopDate", execution.StopTime));
    }

    private Value DescribeExecution(ServiceRequest request)
    {
        var isDataIncluded = IsDataIncluded(request);
        return _engine.Read(StandardExecution(request), execution => Described(execution, isDataIncluded));
    }

    private Value ListExecutions(ServiceRequest request)
    {
        const int MaxTokenLength = 3096; // API reference, ListExecutionsPageToken
        var (arn, mapRunArn) = (request.Text("stateMachineArn"), request.Text("mapRunArn"));
        if (arn is null == mapRunArn is null) throw RequestErrors.Validation("Exactly one of stateMachineArn and mapRunArn must be specified");
        var status = request.Enumerated("statusFilter", "SUCCEEDED", "TIMED_OUT", PendingRedrive, "ABORTED", "FAILED", "RUNNING");
        if (status == PendingRedrive && mapRunArn is null)
            throw RequestErrors.Validation($"The status filter {PendingRedrive} is for the child executions of a Map Run: specify mapRunArn");
        var redriven = request.Enumerated("redriveFilter", "REDRIVEN", "NOT_REDRIVEN");
        var listed = mapRunArn is null ? StartedThrough(arn!) : _executions.OfMapRun(MapRun(mapRunArn).Arn);
        var all = listed.Where(execution =>
            (status is null || StatusName(execution.Status) == status)
            && (redriven is null || (execution.RedriveCount > 0) == (redriven == "REDRIVEN"))).ToList();
        var (page, next) = Paging.Cut(all, request, MaxTokenLength);
        return Shape.Of(
            ("executions", Shape.List(page.Select(execution => Shape.Of(
                ("executionArn", execution.Identity.Arn), ("stateMachineArn", execution.Identity.MachineArn), ("name", execution.Identity.Name),
                ("status", StatusName(execution.Status)), ("startDate", execution.StartTime), ("stopDate", execution.StopTime),
                ("mapRunArn", execution.MapRun?.Arn), ("itemCount", execution.MapRun is null ? null : execution.ItemCount),
                ("stateMachineVersionArn", execution.Identity.VersionArn), ("stateMachineAliasArn", execution.Identity.AliasArn),
                ("redriveCount", execution.RedriveCount), ("redriveDate", execution.RedriveTime))))),
            ("nextToken", next));
    }

    // By a version's or alias's ARN only what was started through it.
    private List<Execution> StartedThrough(string arn)
    {
        var machine = Target(arn).Machine;
        if (machine.Type == WorkflowType.Express) throw WrongType();
        return [.. _executions.Of(machine.Arn).Where(execution =>
            arn == machine.Arn || arn == execution.Identity.VersionArn || arn == execution.Identity.AliasArn)];
    }

    private Value GetExecutionHistory(ServiceRequest request)
    {
        var execution = StandardExecution(request);
        var events = _engine.Read(execution, running => running.History.Events.ToList());
        if (request.Flag("reverseOrder") == true) events.Reverse();
        var (page, next) = Paging.Cut(events, request);
        var writer = new HistoryWriter(_aws.Region, includesData: request.Flag("includeExecutionData") != false);
        return Shape.Of(("events", Shape.List(page.Select(writer.Write))), ("nextToken", next));
    }

    private Execution Start(ServiceRequest request, MachineTarget target)
    {
        const int MaxTraceHeaderLength = 256; // API reference, TraceHeader
        var machine = target.Machine;
        var name = request.Has("name") ? request.RequiredLimited("name", MaxNameLength) : Guid.NewGuid().ToString();
        RequireName(name);
        var input = ReadInput(request.Text("input") ?? "{}");
        var isExpress = machine.Type == WorkflowType.Express;
        var resource = isExpress ? $"express:{machine.Name}:{name}:{Guid.NewGuid()}" : $"execution:{machine.Name}:{name}";
        var identity = new ExecutionIdentity(_aws.Arn("states", resource), name, machine.Arn, machine.Name, machine.RoleArn, machine.Type)
        {
            VersionArn = target.Version?.Arn,
            AliasArn = target.Alias?.Arn,
            TraceHeader = request.Limited("traceHeader", MaxTraceHeaderLength),
        };
        var (execution, isNew) = _executions.GetOrStart(identity.Arn, machine, () => _engine.Start(identity, machine.Definition, input));
        // The same start twice is one start, as long as it runs; anything else under the name is refused.
        if (!isNew && !(execution.Status == ExecutionStatus.Running && execution.Input.Equals(input)))
            throw new ServiceException("ExecutionAlreadyExists", $"Execution Already Exists: '{identity.Arn}'");
        return execution;
    }

    private static Value ReadInput(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > PayloadLimit.MaxBytes)
            throw Constraints.Broken("input", null, string.Create(CultureInfo.InvariantCulture, $"Member must have length less than or equal to {PayloadLimit.MaxBytes}"));
        if (string.IsNullOrWhiteSpace(text)) throw new ServiceException("InvalidExecutionInput", "Invalid State Machine Execution Input: 'Invalid execution input.'");
        try
        {
            return Value.Parse(text);
        }
        catch (JsonFormatException error)
        {
            throw new ServiceException("InvalidExecutionInput", $"Invalid State Machine Execution Input: '{JsonProblem.Describe(text, error)}'");
        }
    }

    private async Task TellFailureAsync(Execution execution)
    {
        await execution.Ended;
        if (execution.Status != ExecutionStatus.Succeeded) OnUnseenFailure?.Invoke(execution.Identity.Arn, $"{execution.Error ?? StatusName(execution.Status)}: {execution.Cause}");
    }

    private Execution StandardExecution(ServiceRequest request)
    {
        var arn = request.RequiredText("executionArn");
        RequireArn(arn, "execution");
        return Execution(arn);
    }

    private Execution Execution(string arn) =>
        _executions.Find(arn) ?? throw new ServiceException("ExecutionDoesNotExist", $"Execution Does Not Exist: '{arn}'");

    private ObjectValue Described(Execution execution, bool isDataIncluded)
    {
        var identity = execution.Identity;
        var obstacle = RedriveObstacle(execution);
        return Shape.Of(
            ("executionArn", identity.Arn), ("stateMachineArn", identity.MachineArn), ("name", identity.Name), ("status", StatusName(execution.Status)),
            ("startDate", execution.StartTime), ("stopDate", execution.StopTime),
            ("input", isDataIncluded ? execution.Input.ToJson() : null), ("inputDetails", Included(isDataIncluded)),
            ("output", isDataIncluded ? execution.Output?.ToJson() : null), ("outputDetails", execution.Output is null ? null : Included(isDataIncluded)),
            ("traceHeader", identity.TraceHeader), ("error", execution.Error), ("cause", execution.Cause), ("mapRunArn", execution.MapRun?.Arn),
            ("stateMachineVersionArn", identity.VersionArn), ("stateMachineAliasArn", identity.AliasArn),
            ("redriveCount", execution.RedriveCount), ("redriveDate", execution.RedriveTime),
            ("redriveStatus", obstacle is not null ? "NOT_REDRIVABLE" : execution.MapRun is null ? "REDRIVABLE" : "REDRIVABLE_BY_MAP_RUN"), ("redriveStatusReason", obstacle));
    }

    private static ObjectValue Included(bool isIncluded) => Shape.Of(("included", isIncluded));

    private static string StatusName(ExecutionStatus status) => status switch
    {
        ExecutionStatus.Running => "RUNNING",
        ExecutionStatus.Succeeded => "SUCCEEDED",
        ExecutionStatus.Failed => "FAILED",
        ExecutionStatus.TimedOut => "TIMED_OUT",
        _ => "ABORTED",
    };
}
