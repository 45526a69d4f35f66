using Aot.Generators.Asl;
using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// [RawState("{…}")]: a state in the service's own words.
internal sealed partial class WorkflowReader
{
    // var size = await SizeAsync(file);     [RawState("{ Type: Task, Resource: …, Arguments: { Key: {% $states.input.key %} }, Output: {% $states.result.Size %} }")]
    //   ──▶
    // size   Task   Resource: …, Arguments: { Key: {% the file's key %} }, Assign size = $states.result.Size
    private void ReadRawState(IInvocationOperation call, AttributeData attribute, string? variable, string? word)
    {
        if (RawState.Read(attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "", out var problem) is not { } state)
        {
            RejectRawState(call, attribute, problem);
            return;
        }

        var input = Stored(ReadPayload(call), call);
        var type = ResultType(call.TargetMethod);
        var isTask = ((JsonWord)state["Type"]!).Text == "Task";
        var fields = new RawTemplate(_expressions.NewBound, input, isOutput: false, isResult: false);
        var output = new RawTemplate(_expressions.NewBound, input, isOutput: true, isResult: isTask);
        var result = state["Output"] is { } written ? output.Read(written, type) : isTask ? new TaskResultExpr(type) : input with { Type = type };
        var origin = At(word ?? CallWord(call), call);
        if (isTask)
            AddRawTask(call, attribute, state, fields, origin, variable, result);
        else if ((state["Seconds"] ?? state["Timestamp"]) is { } until)
            Add(new WaitStep(origin, fields.Read(until), IsTimestamp: state["Seconds"] is null));
        if (!isTask && variable is not null)
            Add(new AssignStep(origin, variable, result));
        if ((fields.Problem ?? output.Problem) is { } fault)
            RejectRawState(call, attribute, fault);
    }

    private void AddRawTask(
        IInvocationOperation call, AttributeData attribute, JsonMembers state, RawTemplate fields, Origin origin, string? variable, Expr result)
    {
        var resource = Placeholders.Read(((JsonWord)state["Resource"]!).Text);
        var integration = Integration.Parse(resource.Text);
        var problem = integration is not null ? KnownIntegrations.Problem(integration)
            : resource.Handles.Count == 0 ? $"'{resource.Text}' names no integration and, without a placeholder, no function or activity of the template"
            : null;
        if (problem is not null)
        {
            RejectRawState(call, attribute, problem);
            return;
        }

        if (_isExpress && integration is { Waits.Length: > 0 })
            _sink.Report(Descriptors.ExpressPattern, call.Syntax.GetLocation(), call.TargetMethod.Name, integration.Waits);
        var arguments = fields.Read(state["Arguments"] ?? new JsonMembers([]));
        if (!RunsUnderAnotherRole(call))
            AddPermissions(call, attribute, resource.Text, integration, arguments);
        var retries = RetriesOf(call, []);
        if (retries.Count > 0 && arguments.IsVolatile())
            RejectRawState(call, attribute, "a retry would evaluate the clock or the random numbers of its Arguments anew; pass such values as the method's argument");
        var task = new TaskCall(resource.Text, arguments, retries)
        {
            TimeoutSeconds = state["TimeoutSeconds"] is { } timeout ? fields.Read(timeout, JsonType.Integer) : null,
            HeartbeatSeconds = state["HeartbeatSeconds"] is { } heartbeat ? fields.Read(heartbeat, JsonType.Integer) : null,
            Handles = resource.Handles,
        };
        var sendsHeartbeats = integration is null or { IsCallback: true };
        Add(new TaskStep(origin, WithCredentials(call, WithTimeout(call, task, sendsHeartbeats)), variable, variable is null ? null : result));
    }

    // The argument may be read in several fields, and is evaluated once.
    private Expr Stored(Expr input, IInvocationOperation call)
    {
        if (input is InvalidExpr || input.IsPath())
            return input;
        if (input is ObjectExpr arguments && call.Arguments.Length > 1)
            return arguments with { Members = arguments.Members.Select(m => m with { Value = Stored(m.Value, call) }).ToEquatableArray() };
        var variable = _names.Create(CallWord(call) + "_input");
        Add(new AssignStep(At(variable, call), variable, input));
        return new VariableExpr(variable, input.Type);
    }

    private void RejectRawState(IInvocationOperation call, AttributeData attribute, string problem) =>
        _sink.Report(Descriptors.RawState, ResourceLocation(attribute) ?? call.Syntax.GetLocation(), call.TargetMethod.Name, problem);
}
