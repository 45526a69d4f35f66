using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Aot.Generators.Sam;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// What the state machine's role may do: it follows from each task's ARN, its attributes, and what stands in its request.
internal sealed partial class WorkflowReader
{
    private void AddPermissions(IInvocationOperation call, AttributeData integration, string resource, Integration? arn, Expr arguments)
    {
        if (arn is { IsSdk: false, Service: "http" })
        {
            AddHttpPermissions(arguments);
            return;
        }

        var stated = call.TargetMethod.FindAll(KnownNames.TaskPermissionAttribute).ToArray();
        var granted = stated.Length > 0
            ? stated.SelectMany(p => Grant(call, p.ConstructorArguments[0].Value as string ?? "", Arns(Strings(p.ConstructorArguments[1]), arguments), arguments)).ToArray()
            : (integration.NamedStrings("Actions") ?? [arn?.IamAction ?? resource])
                .SelectMany(action => Grant(call, action, ResourcesOf(integration, arguments), arguments)).ToArray();
        _permissions.AddRange(granted);
        _permissions.AddRange(IntegrationPermissions.Of(resource, [.. granted.Select(p => p.Resource).Distinct()], arguments));
    }

    private static IReadOnlyList<ResolvedArn> ResourcesOf(AttributeData integration, Expr arguments)
    {
        var arns = integration.NamedStrings("Resources") is { } templates
            ? Arns(templates, arguments)
            : [.. arguments.Descendants().OfType<ResourceExpr>().Select(r => new ResolvedArn(TemplateValues.Of(r.LogicalId, r.Arn), IsOpen: false))];
        return arns.Count > 0 ? arns : [new ResolvedArn(new TemplateValue(TemplateFunction.Literal, "*"), IsOpen: true)];
    }

    private static IReadOnlyList<ResolvedArn> Arns(string[] templates, Expr arguments) => [.. templates.SelectMany(t => ArnTemplate.Resolve(t, arguments))];

    private IEnumerable<Permission> Grant(IInvocationOperation call, string action, IReadOnlyList<ResolvedArn> arns, Expr arguments)
    {
        var conditions = ConditionsOf(call, action, arguments);
        if (conditions.Count == 0 && arns.FirstOrDefault(a => a.IsOpen) is { } open)
            _sink.Report(Descriptors.WildcardPermission, call.Syntax.GetLocation(), call.TargetMethod.Name, action, open.Value.Argument);
        return arns.Select(a => new Permission(action, a.Value) { Conditions = conditions });
    }

    private EquatableArray<PermissionCondition> ConditionsOf(IInvocationOperation call, string action, Expr arguments)
    {
        ISymbol[] places = call.Instance is IParameterReferenceOperation dependency
            ? [call.TargetMethod, dependency.Parameter, _class]
            : [call.TargetMethod, _class];
        return places.SelectMany(p => p.FindAll(KnownNames.TaskConditionAttribute))
            .Select(a => a.ConstructorArguments.Select(v => v.Value as string ?? "").ToArray())
            .Where(c => c[0] == action)
            .SelectMany(c => ArnTemplate.Resolve(c[3], arguments).Select(value => new PermissionCondition(c[1], c[2], value.Value)))
            .Distinct()
            .OrderBy(c => c.Operator, StringComparer.Ordinal).ThenBy(c => c.Key, StringComparer.Ordinal).ThenBy(c => c.Value.Argument, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    // [TaskPermission] on the workflow class: what no call shows.
    private void AddClassPermissions()
    {
        foreach (var permission in _class.FindAll(KnownNames.TaskPermissionAttribute))
        {
            var action = permission.ConstructorArguments[0].Value as string ?? "";
            var arns = Strings(permission.ConstructorArguments[1]).SelectMany(t => ArnTemplate.Resolve(t, new ObjectExpr([], JsonType.Unknown)));
            _permissions.AddRange(arns.Select(a => new Permission(action, a.Value)));
        }
    }

    private static string[] Strings(TypedConstant array) => array.IsNull ? [] : [.. array.Values.Select(v => v.Value as string ?? "")];
}
