using System.Text.RegularExpressions;
using Aot.Local.Asl.Model;
using Aot.Local.Asl.Reading;
using Aot.Local.Asl.Running;
using Aot.Local.Json;

namespace Aot.Local.Services.StepFunctions;

internal sealed partial class StepFunctionsService
{
    private Value CreateStateMachine(ServiceRequest request)
    {
        var name = request.RequiredText("name");
        var text = request.RequiredText("definition");
        var roleArn = request.RequiredText("roleArn");
        RequireName(name);
        RequireRole(roleArn);
        var type = MachineType(request);
        var definition = ReadDefinition(text, type);
        var now = _time.GetUtcNow();
        var machine = new StateMachine(_aws.Arn("states", $"stateMachine:{name}"), name, type, roleArn, definition, now, now, NewRevision());
        var created = _machines.GetOrAdd(machine);
        if (created.Type != type || created.RoleArn != roleArn || created.Definition.Text != text)
            throw new ServiceException("StateMachineAlreadyExists", $"State Machine Already Exists: '{created.Arn}'", 409);
        return Shape.Of(("stateMachineArn", created.Arn), ("creationDate", created.CreationDate));
    }

    private Value UpdateStateMachine(ServiceRequest request)
    {
        var machine = Machine(request.RequiredText("stateMachineArn"));
        var text = request.Text("definition");
        var roleArn = request.Text("roleArn");
        if (text is null && roleArn is null && !request.Has("loggingConfiguration") && !request.Has("tracingConfiguration"))
            throw new ServiceException("MissingRequiredParameter", "Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified");
        if (roleArn is not null) RequireRole(roleArn);
        var updated = machine with
        {
            Definition = text is null ? machine.Definition : ReadDefinition(text, machine.Type),
            RoleArn = roleArn ?? machine.RoleArn,
            UpdateDate = _time.GetUtcNow(),
            RevisionId = NewRevision(),
        };
        _machines.Replace(updated);
        return Shape.Of(("updateDate", updated.UpdateDate), ("revisionId", updated.RevisionId));
    }

    // Deleting what is not there succeeds; running executions go on.
    private Value DeleteStateMachine(ServiceRequest request)
    {
        var arn = request.RequiredText("stateMachineArn");
        RequireArn(arn, "stateMachine");
        _machines.Remove(arn);
        return Shape.Empty;
    }

    private Value DescribeStateMachine(ServiceRequest request)
    {
        var machine = Machine(request.RequiredText("stateMachineArn"));
        return Shape.Of(
            ("stateMachineArn", machine.Arn), ("name", machine.Name), ("status", "ACTIVE"), ("definition", machine.Definition.Text),
            ("roleArn", machine.RoleArn), ("type", TypeName(machine.Type)), ("creationDate", machine.CreationDate),
            ("loggingConfiguration", Shape.Of(("level", "OFF"), ("includeExecutionData", false))), ("tracingConfiguration", Shape.Of(("enabled", false))),
            ("encryptionConfiguration", Shape.Of(("type", "AWS_OWNED_KEY"))), ("revisionId", machine.RevisionId));
    }

    private Value ListStateMachines(ServiceRequest request)
    {
        var (page, next) = Paging.Cut(_machines.All, request);
        return Shape.Of(
            ("stateMachines", Shape.List(page.Select(machine => Shape.Of(
                ("stateMachineArn", machine.Arn), ("name", machine.Name), ("type", TypeName(machine.Type)), ("creationDate", machine.CreationDate))))),
            ("nextToken", next));
    }

    private Value ValidateStateMachineDefinition(ServiceRequest request)
    {
        const int DefaultMaxResults = 100; // API reference, ValidateStateMachineDefinition
        var definition = DefinitionReader.Read(request.RequiredText("definition"), MachineType(request));
        var leastSevere = request.Text("severity") == "WARNING" ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
        var max = request.Integer("maxResults") is { } asked and > 0 ? asked : DefaultMaxResults;
        var told = definition.Diagnostics.Where(diagnostic => diagnostic.Severity <= leastSevere).ToList();
        return Shape.Of(
            ("result", definition.IsValid ? "OK" : "FAIL"),
            ("diagnostics", Shape.List(told.Take(max).Select(diagnostic => Shape.Of(
                ("severity", diagnostic.Severity == DiagnosticSeverity.Error ? "ERROR" : "WARNING"), ("code", diagnostic.Code),
                ("message", diagnostic.Message), ("location", diagnostic.Location))))),
            ("truncated", told.Count > max));
    }

    private Value DescribeStateMachineForExecution(ServiceRequest request)
    {
        var execution = StandardExecution(request);
        var machine = _machines.Find(execution.Identity.MachineArn);
        return Shape.Of(
            ("stateMachineArn", execution.Identity.MachineArn), ("name", execution.Identity.MachineName), ("definition", execution.Definition.Text),
            ("roleArn", execution.Identity.RoleArn), ("updateDate", machine?.UpdateDate ?? execution.StartTime),
            ("loggingConfiguration", Shape.Of(("level", "OFF"), ("includeExecutionData", false))), ("tracingConfiguration", Shape.Of(("enabled", false))),
            ("mapRunArn", execution.MapRun?.Arn), ("label", execution.MapRun?.Label), ("revisionId", machine?.RevisionId));
    }

    private StateMachine Machine(string arn)
    {
        RequireArn(arn, "stateMachine");
        return _machines.Find(arn) ?? throw new ServiceException("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{arn}'");
    }

    private static StateMachineDefinition ReadDefinition(string text, WorkflowType type)
    {
        var definition = DefinitionReader.Read(text, type);
        return definition.IsValid ? definition : throw new ServiceException("InvalidDefinition", definition.RefusalMessage);
    }

    private static WorkflowType MachineType(ServiceRequest request) => request.Text("type") switch
    {
        null or "STANDARD" => WorkflowType.Standard,
        "EXPRESS" => WorkflowType.Express,
        var other => throw Constraint($"Value '{other}' at 'type' failed to satisfy constraint: Member must satisfy enum value set: [STANDARD, EXPRESS]"),
    };

    private static string TypeName(WorkflowType type) => type == WorkflowType.Express ? "EXPRESS" : "STANDARD";

    private static string NewRevision() => Guid.NewGuid().ToString();

    private static void RequireRole(string roleArn)
    {
        if (!RoleArn().IsMatch(roleArn)) throw new ServiceException("InvalidArn", $"Invalid Role Arn: '{roleArn}'");
    }

    private static void RequireName(string name)
    {
        const int MaxNameLength = 80; // API reference, CreateStateMachine and StartExecution, "name"
        if (name.Length is 0 or > MaxNameLength || ForbiddenInNames().IsMatch(name)) throw new ServiceException("InvalidName", $"Invalid Name: '{name}'");
    }

    private static void RequireArn(string arn, params ReadOnlySpan<string> types)
    {
        if (arn.Split(':') is not ["arn", _, "states", _, _, var type, _, ..]) throw new ServiceException("InvalidArn", $"Invalid Arn: 'Invalid ARN prefix: {arn}'");
        if (!types.Contains(type)) throw new ServiceException("InvalidArn", $"Invalid Arn: 'Resource type not valid in this context: {type}'");
    }

    [GeneratedRegex("^arn:aws[a-zA-Z-]*:iam::[0-9]{12}:role/.+$")]
    private static partial Regex RoleArn();

    // API reference: white space, brackets, wildcards, special and control characters.
    [GeneratedRegex("""[\s<>{}\[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]""")]
    private static partial Regex ForbiddenInNames();
}
