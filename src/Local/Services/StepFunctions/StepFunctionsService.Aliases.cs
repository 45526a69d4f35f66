using System.Text.RegularExpressions;
using Aot.Local.Json;

namespace Aot.Local.Services.StepFunctions;

internal sealed partial class StepFunctionsService
{
    private Value CreateStateMachineAlias(ServiceRequest request)
    {
        const int MaxAliases = 100; // API reference, CreateStateMachineAlias
        const int PaymentRequired = 402; // the status of ServiceQuotaExceededException
        var name = request.RequiredLimited("name", MaxNameLength);
        Constraints.RequirePattern("name", name, AliasName());
        var description = request.Limited("description", MaxDescriptionLength);
        var routes = Routes(request, request.RequiredList("routingConfiguration").Count);
        lock (_machines.Gate)
        {
            var stored = MachineOf(routes);
            if (stored.Aliases.Find(alias => alias.Name == name) is { } known)
            {
                if (known.Description == description && known.Routes.SequenceEqual(routes)) return Created(known);
                throw new ServiceException(
                    "ConflictException", "Failed to create alias because an alias with the same name and a different routing configuration already exists.");
            }
            if (stored.Aliases.Count >= MaxAliases)
                throw new ServiceException("ServiceQuotaExceededException", $"A state machine has at most {MaxAliases} aliases. Delete those that are not used.", PaymentRequired);
            var now = _time.GetUtcNow();
            var created = new MachineAlias(name, $"{stored.Machine.Arn}:{name}", description, routes, now, now);
            stored.Aliases.Add(created);
            return Created(created);
        }
    }

    private Value UpdateStateMachineAlias(ServiceRequest request)
    {
        var description = request.Limited("description", MaxDescriptionLength);
        var asked = request.List("routingConfiguration");
        if (description is null && asked is null) throw RequestErrors.Validation("Either the description or the routing configuration must be specified");
        var routes = asked is null ? null : Routes(request, asked.Count);
        lock (_machines.Gate)
        {
            var (stored, alias) = Alias(request);
            if (routes is not null && MachineOf(routes) != stored) throw NoSuchResource();
            var updated = alias with { Description = description ?? alias.Description, Routes = routes ?? alias.Routes, UpdateDate = _time.GetUtcNow() };
            stored.Aliases[stored.Aliases.IndexOf(alias)] = updated;
            return Shape.Of(("updateDate", updated.UpdateDate));
        }
    }

    private Value DescribeStateMachineAlias(ServiceRequest request)
    {
        lock (_machines.Gate)
        {
            var (_, alias) = Alias(request);
            return Shape.Of(
                ("stateMachineAliasArn", alias.Arn), ("name", alias.Name), ("description", alias.Description),
                ("routingConfiguration", alias.RoutingConfiguration), ("creationDate", alias.CreationDate), ("updateDate", alias.UpdateDate));
        }
    }

    private Value ListStateMachineAliases(ServiceRequest request)
    {
        var arn = request.RequiredText("stateMachineArn");
        RequireArn(arn, "stateMachine");
        List<MachineAlias> aliases;
        lock (_machines.Gate)
        {
            if (_machines.Find(arn) is { } machine) aliases = [.. machine.Aliases];
            else if (_machines.TryFindQualified(arn, out var stored, out _) && stored.Versions.Exists(version => version.Arn == arn))
                aliases = stored.Aliases.FindAll(alias => alias.Routes.Any(route => route.VersionArn == arn));
            else throw NoSuchMachine(arn);
        }
        var (page, next) = Paging.Cut(aliases, request);
        return Shape.Of(
            ("stateMachineAliases", Shape.List(page.Select(alias => Shape.Of(("stateMachineAliasArn", alias.Arn), ("creationDate", alias.CreationDate))))),
            ("nextToken", next));
    }

    // Deleting what is not there succeeds.
    private Value DeleteStateMachineAlias(ServiceRequest request)
    {
        var arn = request.RequiredText("stateMachineAliasArn");
        RequireArn(arn, "stateMachine");
        lock (_machines.Gate)
        {
            if (_machines.TryFindQualified(arn, out var stored, out _)) stored.Aliases.RemoveAll(alias => alias.Arn == arn);
        }
        return Shape.Empty;
    }

    private static List<AliasRoute> Routes(ServiceRequest request, int count)
    {
        const int MaxRoutes = 2; // API reference, RoutingConfigurationList
        const int WholePercent = 100;
        var routes = request.Structures("routingConfiguration").Select((route, i) => new AliasRoute(
            route.RequiredText("stateMachineVersionArn"),
            route.Bounded("weight", 0, WholePercent, $"routingConfiguration.{i + 1}.member.weight") ?? throw RequestErrors.Missing("weight"))).ToList();
        if (count == 0) throw Constraints.Broken("routingConfiguration", "[]", "Member must have length greater than or equal to 1");
        if (count > MaxRoutes)
            throw Constraints.Broken(
                "routingConfiguration",
                $"[{string.Join(", ", routes.Select(route => $"RoutingConfigurationListItem(stateMachineVersionArn={route.VersionArn}, weight={route.Weight})"))}]",
                $"Member must have length less than or equal to {MaxRoutes}");
        var arns = string.Join(", ", routes.Select(route => route.VersionArn));
        foreach (var route in routes) RequireArn(route.VersionArn, "stateMachine");
        if (!routes.TrueForAll(route => IsVersion(route.VersionArn)))
            throw RequestErrors.Validation($"Routing configuration must contain state machine version ARNs. Received: [{arns}]");
        if (routes.DistinctBy(route => route.VersionArn).Count() < count)
            throw RequestErrors.Validation($"Routing configuration must contain distinct state machine version ARNs. Received: [{arns}]");
        if (routes.Sum(route => route.Weight) != WholePercent)
            throw RequestErrors.Validation(
                $"Sum of routing configuration weights must equal {WholePercent}. Received: [{string.Join(", ", routes.Select(route => route.Weight))}]");
        return routes;
    }

    /// <summary>The one machine all versions are of.</summary>
    private StoredMachine MachineOf(List<AliasRoute> routes)
    {
        StoredMachine? machine = null;
        foreach (var route in routes)
        {
            if (!_machines.TryFindQualified(route.VersionArn, out var found, out _) || !found.Versions.Exists(version => version.Arn == route.VersionArn))
                throw NoSuchResource();
            if (machine is not null && machine != found)
                throw RequestErrors.Validation("Routing configuration must contain versions of one state machine.");
            machine = found;
        }
        return machine!;
    }

    private (StoredMachine Machine, MachineAlias Alias) Alias(ServiceRequest request)
    {
        var arn = request.RequiredText("stateMachineAliasArn");
        RequireArn(arn, "stateMachine");
        return _machines.TryFindQualified(arn, out var stored, out _) && stored.Aliases.Find(alias => alias.Arn == arn) is { } alias
            ? (stored, alias)
            : throw NoSuchResource();
    }

    private static ObjectValue Created(MachineAlias alias) =>
        Shape.Of(("stateMachineAliasArn", alias.Arn), ("creationDate", alias.CreationDate));

    private static ServiceException NoSuchResource() => new("ResourceNotFound", "Request references a resource that does not exist.");

    [GeneratedRegex(@"^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$")]
    private static partial Regex AliasName();
}
