using System.Text.RegularExpressions;
using Aot.Local.Asl.Model;
using Aot.Local.Asl.Reading;
using Aot.Local.Json;

namespace Aot.Local.Services.StepFunctions;

internal sealed partial class StepFunctionsService
{
    private const int MaxNameLength = 80; // API reference, Name

    private Value CreateStateMachine(ServiceRequest request)
    {
        var name = request.RequiredLimited("name", MaxNameLength);
        var text = request.RequiredText("definition");
        var roleArn = request.RequiredText("roleArn");
        RequireName(name);
        RequireRole(roleArn);
        var type = MachineType(request);
        var (publish, description) = Publication(request);
        var configuration = MachineConfiguration.Default.With(request);
        var tags = ReadTags(request);
        var definition = ReadDefinition(text, type);
        var now = _time.GetUtcNow();
        var machine = new StateMachine(
            _aws.Arn("states", $"stateMachine:{name}"), name, type, roleArn, definition, configuration, now, now, RevisionId: null);
        lock (_machines.Gate)
        {
            var (stored, isNew) = _machines.GetOrAdd(machine);
            var created = stored.Machine;
            // Another role or other tags are ignored: the request counts as a repetition.
            if (created.Type != type || created.Definition.Text != text || created.Configuration != configuration)
                throw new ServiceException("StateMachineAlreadyExists", $"State Machine Already Exists: '{created.Arn}'");
            if (isNew) SetTags(created.Arn, tags);
            return Shape.Of(
                ("stateMachineArn", created.Arn), ("creationDate", created.CreationDate),
                ("stateMachineVersionArn", publish ? Publish(stored, description).Arn : null));
        }
    }

    private Value UpdateStateMachine(ServiceRequest request)
    {
        var text = request.Text("definition");
        var roleArn = request.Text("roleArn");
        var (publish, description) = Publication(request);
        if (text is null && roleArn is null && !publish
            && !request.Has("loggingConfiguration") && !request.Has("tracingConfiguration") && !request.Has("encryptionConfiguration"))
            throw new ServiceException("MissingRequiredParameter", "Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified");
        if (roleArn is not null) RequireRole(roleArn);
        lock (_machines.Gate)
        {
            var stored = Stored(request.RequiredText("stateMachineArn"));
            var machine = stored.Machine;
            var now = _time.GetUtcNow();
            var changed = machine with
            {
                Definition = text is null || text == machine.Definition.Text ? machine.Definition : ReadDefinition(text, machine.Type),
                RoleArn = roleArn ?? machine.RoleArn,
                Configuration = machine.Configuration.With(request),
            };
            // What changes nothing is no revision.
            if (changed != machine) stored.Machine = changed with { UpdateDate = now, RevisionId = Guid.NewGuid().ToString() };
            return Shape.Of(
                ("updateDate", now), ("revisionId", stored.Machine.RevisionId),
                ("stateMachineVersionArn", publish ? Publish(stored, description).Arn : null));
        }
    }

    // Deleting what is not there succeeds; running executions go on.
    private Value DeleteStateMachine(ServiceRequest request)
    {
        var arn = request.RequiredText("stateMachineArn");
        RequireArn(arn, "stateMachine");
        lock (_machines.Gate)
        {
            _machines.Remove(arn);
            _tags.Remove(arn);
        }
        return Shape.Empty;
    }

    private Value DescribeStateMachine(ServiceRequest request)
    {
        var target = Target(request.RequiredText("stateMachineArn"));
        var (machine, version) = (target.Machine, target.Version);
        return Shape.Of(
            ("stateMachineArn", version?.Arn ?? machine.Arn), ("name", machine.Name), ("status", "ACTIVE"),
            ("definition", IsDataIncluded(request) ? machine.Definition.Text : null), ("roleArn", machine.RoleArn), ("type", TypeName(machine.Type)),
            ("creationDate", version?.CreationDate ?? machine.CreationDate), ("description", version?.Description),
            ("loggingConfiguration", machine.Configuration.Logging), ("tracingConfiguration", machine.Configuration.Tracing),
            ("encryptionConfiguration", machine.Configuration.Encryption), ("revisionId", machine.RevisionId),
            ("variableReferences", IsDataIncluded(request) ? VariableReferences.Of(machine.Definition.Text) : null));
    }

    private Value ListStateMachines(ServiceRequest request)
    {
        var (page, next) = Paging.Cut(_machines.All, request);
        return Shape.Of(
            ("stateMachines", Shape.List(page.Select(machine => Shape.Of(
                ("stateMachineArn", machine.Arn), ("name", machine.Name), ("type", TypeName(machine.Type)), ("creationDate", machine.CreationDate))))),
            ("nextToken", next));
    }

    private static Value ValidateStateMachineDefinition(ServiceRequest request)
    {
        const int MostResults = 100; // API reference, ValidateStateMachineDefinition; 0 stands for it too
        var text = request.RequiredText("definition");
        if (text.Length == 0) throw Constraints.Broken("definition", text, "Member must have length greater than or equal to 1");
        var definition = DefinitionReader.Read(text, MachineType(request));
        var leastSevere = request.Enumerated("severity", "ERROR", "WARNING") == "WARNING" ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
        var max = request.Bounded("maxResults", 0, MostResults) is { } asked and > 0 ? asked : MostResults;
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
        var machine = _executions.MachineOf(execution) ?? throw new ServiceException("ExecutionDoesNotExist", $"Execution Does Not Exist: '{execution.Identity.Arn}'");
        return Shape.Of(
            ("stateMachineArn", execution.Identity.MachineArn), ("name", execution.Identity.MachineName),
            ("definition", IsDataIncluded(request) ? machine.Definition.Text : null), ("roleArn", machine.RoleArn), ("updateDate", machine.UpdateDate),
            ("loggingConfiguration", machine.Configuration.Logging), ("tracingConfiguration", machine.Configuration.Tracing),
            ("encryptionConfiguration", machine.Configuration.Encryption), ("mapRunArn", execution.MapRun?.Arn), ("label", execution.MapRun?.Label),
            ("revisionId", machine.RevisionId), ("variableReferences", IsDataIncluded(request) ? VariableReferences.Of(machine.Definition.Text) : null));
    }

    /// <summary>The machine of an ARN without version or alias.</summary>
    private StoredMachine Stored(string arn)
    {
        RequireArn(arn, "stateMachine");
        return _machines.Find(arn) ?? throw NoSuchMachine(arn);
    }

    /// <summary>What an ARN with or without version or alias stands for; an alias chooses among its versions.</summary>
    private MachineTarget Target(string arn)
    {
        RequireArn(arn, "stateMachine");
        lock (_machines.Gate)
        {
            if (_machines.Find(arn) is { } unqualified) return new MachineTarget(unqualified.Machine, null, null);
            if (!_machines.TryFindQualified(arn, out var stored, out _)) throw NoSuchMachine(arn);
            if (stored.Versions.Find(known => known.Arn == arn) is { } version) return new MachineTarget(version.Machine, version, null);
            var alias = stored.Aliases.Find(known => known.Arn == arn) ?? throw NoSuchMachine(arn);
            var routed = Route(alias);
            version = stored.Versions.Find(known => known.Arn == routed)!;
            return new MachineTarget(version.Machine, version, alias);
        }
    }

    private string Route(MachineAlias alias)
    {
        const int WholePercent = 100;
        if (alias.Routes.Count == 1) return alias.Routes[0].VersionArn;
        int drawn;
        lock (_random) drawn = _random.Next(WholePercent);
        return alias.Routes[drawn < alias.Routes[0].Weight ? 0 : 1].VersionArn;
    }

    /// <summary>Whether a version is to be published, and with what description.</summary>
    private static (bool Publish, string? Description) Publication(ServiceRequest request)
    {
        var publish = request.Flag("publish") == true;
        var description = request.Limited("versionDescription", MaxDescriptionLength);
        return publish || description is null
            ? (publish, description)
            : throw RequestErrors.Validation("Version description can only be set when publish is true");
    }

    private static bool IsDataIncluded(ServiceRequest request) => request.Enumerated("includedData", "ALL_DATA", "METADATA_ONLY") != "METADATA_ONLY";

    private static StateMachineDefinition ReadDefinition(string text, WorkflowType type)
    {
        var definition = DefinitionReader.Read(text, type);
        return definition.IsValid ? definition : throw new ServiceException("InvalidDefinition", definition.RefusalMessage);
    }

    private static WorkflowType MachineType(ServiceRequest request) =>
        request.Enumerated("type", "STANDARD", "EXPRESS") == "EXPRESS" ? WorkflowType.Express : WorkflowType.Standard;

    private static string TypeName(WorkflowType type) => type == WorkflowType.Express ? "EXPRESS" : "STANDARD";

    private static ServiceException NoSuchMachine(string arn) => new("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{arn}'");

    private static void RequireRole(string roleArn)
    {
        if (!RoleArn().IsMatch(roleArn)) throw new ServiceException("InvalidArn", $"Invalid Role Arn: '{roleArn}'");
    }

    private static void RequireName(string name)
    {
        if (ForbiddenInNames().IsMatch(name)) throw new ServiceException("InvalidName", $"Invalid Name: '{name}'");
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

    /// <summary>What an execution is started from.</summary>
    private sealed record MachineTarget(StateMachine Machine, MachineVersion? Version, MachineAlias? Alias);
}
