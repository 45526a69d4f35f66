using System.Globalization;
using System.Text;
using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Model;
using Aot.Local.Asl.Running;
using Aot.Local.Json;

namespace Aot.Local.Services.StepFunctions;

internal sealed partial class StepFunctionsService
{
    private Value StartExecution(ServiceRequest request)
    {
        var execution = Start(request, Machine(request.RequiredText("stateMachineArn")));
        if (execution.Identity.Type == WorkflowType.Express) _ = ForgetWhenEndedAsync(execution);
        return Shape.Of(("executionArn", execution.Identity.Arn), ("startDate", execution.StartTime));
    }

    private async ValueTask<Value> StartSyncExecutionAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        const int BilledMemoryMb = 64; // Express workflows are billed in steps of 64 MB
        const double BilledStepMs = 100;
        var machine = Machine(request.RequiredText("stateMachineArn"));
        if (machine.Type != WorkflowType.Express) throw WrongType();
        var execution = Start(request, machine);
        await execution.Ended.WaitAsync(cancellationToken);
        _executions.Remove(execution.Identity.Arn);
        var duration = (execution.StopTime!.Value - execution.StartTime).TotalMilliseconds;
        var billed = Shape.Of(
            ("billedDurationInMilliseconds", (long)(Math.Max(1, Math.Ceiling(duration / BilledStepMs)) * BilledStepMs)), ("billedMemoryUsedInMB", BilledMemoryMb));
        return Shape.Of(
            ("executionArn", execution.Identity.Arn), ("stateMachineArn", machine.Arn), ("name", execution.Identity.Name),
            ("startDate", execution.StartTime), ("stopDate", execution.StopTime), ("status", StatusName(execution.Status)),
            ("error", execution.Error), ("cause", execution.Cause), ("input", execution.Input.ToJson()), ("inputDetails", Included()),
            ("output", execution.Output?.ToJson()), ("outputDetails", execution.Output is null ? null : Included()), ("billingDetails", billed));
    }

    private Value StopExecution(ServiceRequest request)
    {
        var execution = StandardExecution(request);
        _engine.Stop(execution, request.Text("error"), request.Text("cause"));
        return Shape.Of(("stopDate", execution.StopTime));
    }

    private Value DescribeExecution(ServiceRequest request) => _engine.Read(StandardExecution(request), Described);

    private Value ListExecutions(ServiceRequest request)
    {
        if (request.Text("mapRunArn") is { } mapRunArn) return ListExecutions(request, _executions.OfMapRun(MapRun(mapRunArn).Arn));
        var machine = Machine(request.RequiredText("stateMachineArn"));
        if (machine.Type == WorkflowType.Express) throw WrongType();
        return ListExecutions(request, _executions.Of(machine.Arn));
    }

    private static ObjectValue ListExecutions(ServiceRequest request, IReadOnlyList<Execution> listed)
    {
        string[] statuses = ["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED", "PENDING_REDRIVE"];
        var status = request.Text("statusFilter");
        if (status is not null && !statuses.Contains(status))
            throw Constraint($"Value '{status}' at 'statusFilter' failed to satisfy constraint: Member must satisfy enum value set: [{string.Join(", ", statuses)}]");
        var all = listed.Where(execution => status is null || StatusName(execution.Status) == status).ToList();
        var (page, next) = Paging.Cut(all, request);
        return Shape.Of(
            ("executions", Shape.List(page.Select(execution => Shape.Of(
                ("executionArn", execution.Identity.Arn), ("stateMachineArn", execution.Identity.MachineArn), ("name", execution.Identity.Name),
                ("mapRunArn", execution.MapRun?.Arn), ("itemCount", execution.MapRun is null ? null : execution.ItemCount),
                ("status", StatusName(execution.Status)), ("startDate", execution.StartTime), ("stopDate", execution.StopTime), ("redriveCount", 0))))),
            ("nextToken", next));
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

    private Execution Start(ServiceRequest request, StateMachine machine)
    {
        var name = request.Text("name") ?? Guid.NewGuid().ToString();
        RequireName(name);
        var text = request.Text("input") ?? "{}";
        var input = ReadInput(text);
        var isExpress = machine.Type == WorkflowType.Express;
        var resource = isExpress ? $"express:{machine.Name}:{name}:{Guid.NewGuid()}" : $"execution:{machine.Name}:{name}";
        var identity = new ExecutionIdentity(_aws.Arn("states", resource), name, machine.Arn, machine.Name, machine.RoleArn, machine.Type);
        var (execution, isNew) = _executions.GetOrStart(identity.Arn, () => _engine.Start(identity, machine.Definition, input));
        // The same start twice is one start, as long as it runs; anything else under the name is refused.
        if (!isNew && !(execution.Status == ExecutionStatus.Running && execution.Input.Equals(input)))
            throw new ServiceException("ExecutionAlreadyExists", $"Execution Already Exists: '{identity.Arn}'");
        return execution;
    }

    private static Value ReadInput(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > PayloadLimit.MaxBytes)
            throw Constraint(string.Create(CultureInfo.InvariantCulture, $"Value at 'input' failed to satisfy constraint: Member must have length less than or equal to {PayloadLimit.MaxBytes}"));
        try
        {
            return Value.Parse(text);
        }
        catch (JsonFormatException error)
        {
            throw new ServiceException("InvalidExecutionInput", $"Invalid State Machine Execution Input: '{error.Message}'");
        }
    }

    private async Task ForgetWhenEndedAsync(Execution execution)
    {
        await execution.Ended;
        _executions.Remove(execution.Identity.Arn);
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

    private static ObjectValue Described(Execution execution)
    {
        var (status, identity) = (StatusName(execution.Status), execution.Identity);
        var isRedrivable = execution.Status is not (ExecutionStatus.Running or ExecutionStatus.Succeeded);
        return Shape.Of(
            ("executionArn", identity.Arn), ("stateMachineArn", identity.MachineArn), ("name", identity.Name), ("status", status),
            ("startDate", execution.StartTime), ("stopDate", execution.StopTime),
            ("input", execution.Input.ToJson()), ("inputDetails", Included()),
            ("output", execution.Output?.ToJson()), ("outputDetails", execution.Output is null ? null : Included()),
            ("error", execution.Error), ("cause", execution.Cause), ("mapRunArn", execution.MapRun?.Arn), ("redriveCount", 0),
            ("redriveStatus", isRedrivable ? "REDRIVABLE" : "NOT_REDRIVABLE"),
            ("redriveStatusReason", isRedrivable ? null : $"Execution is {status} and cannot be redriven"));
    }

    private static ObjectValue Included() => Shape.Of(("included", true));

    private static string StatusName(ExecutionStatus status) => status switch
    {
        ExecutionStatus.Running => "RUNNING",
        ExecutionStatus.Succeeded => "SUCCEEDED",
        ExecutionStatus.Failed => "FAILED",
        ExecutionStatus.TimedOut => "TIMED_OUT",
        _ => "ABORTED",
    };
}
