using Aot.Generators.Ir;

namespace Aot.Generators.Sam;

/// <summary>The inline policy of a role: exactly the given actions on exactly the given resources.</summary>
internal static class Iam
{
    /// <summary>One statement per set of actions; null without permissions.</summary>
    public static Yaml? Policy(IEnumerable<Permission> permissions)
    {
        var statements = permissions
            .GroupBy(permission => (permission.Resource, permission.Conditions))
            .Select(onResource => (
                onResource.Key.Resource,
                onResource.Key.Conditions,
                Actions: onResource.Select(permission => permission.Action).Distinct().OrderBy(action => action, StringComparer.Ordinal).ToEquatableArray()))
            .GroupBy(grant => (grant.Actions, grant.Conditions), grant => grant.Resource)
            .OrderBy(statement => string.Join(",", statement.Key.Actions), StringComparer.Ordinal)
            .ThenBy(statement => string.Join(",", statement.Key.Conditions.Select(condition => condition.Value.Argument)), StringComparer.Ordinal)
            .Select(statement => Statement(statement.Key.Actions, statement, statement.Key.Conditions))
            .ToEquatableArray();
        return statements.Count == 0 ? null : YamlMapping.Of(
            ("Version", Yaml.Verbatim("\"2012-10-17\"")),
            ("Statement", new YamlSequence(statements)));
    }

    private static Yaml Statement(EquatableArray<string> actions, IEnumerable<TemplateValue> resources, EquatableArray<PermissionCondition> conditions)
    {
        var written = resources.Select(TemplateText.Write).OrderBy(resource => resource.Written, StringComparer.Ordinal).ToEquatableArray<Yaml>();
        return YamlMapping.Of(
            ("Effect", Yaml.Text("Allow")),
            ("Action", new YamlSequence(actions.Select(Yaml.Text).ToEquatableArray())),
            ("Resource", Values(written)),
            ("Condition", conditions.Count == 0 ? null : Condition(conditions)));
    }

    private static YamlMapping Condition(EquatableArray<PermissionCondition> conditions) => new(conditions
        .GroupBy(condition => condition.Operator)
        .Select(test => new YamlEntry(test.Key, new YamlMapping(test
            .GroupBy(condition => condition.Key)
            .Select(key => new YamlEntry(key.Key, Values(key.Select(condition => TemplateText.Write(condition.Value)).ToEquatableArray<Yaml>())))
            .ToEquatableArray())))
        .ToEquatableArray());

    private static Yaml Values(EquatableArray<Yaml> values) => values.Count == 1 ? values[0] : new YamlSequence(values);
}
