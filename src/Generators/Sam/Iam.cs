using Aot.Generators.Ir;

namespace Aot.Generators.Sam;

/// <summary>The inline policy of a role: exactly the given actions on exactly the given resources.</summary>
internal static class Iam
{
    /// <summary>One statement per set of actions; null without permissions.</summary>
    public static Yaml? Policy(IEnumerable<Permission> permissions)
    {
        var statements = permissions
            .GroupBy(permission => permission.Resource)
            .Select(onResource => (
                Resource: onResource.Key,
                Actions: onResource.Select(permission => permission.Action).Distinct().OrderBy(action => action, StringComparer.Ordinal).ToEquatableArray()))
            .GroupBy(grant => grant.Actions, grant => grant.Resource)
            .OrderBy(statement => string.Join(",", statement.Key), StringComparer.Ordinal)
            .Select(statement => Statement(statement.Key, statement))
            .ToEquatableArray();
        return statements.Count == 0 ? null : YamlMapping.Of(
            ("Version", Yaml.Verbatim("\"2012-10-17\"")),
            ("Statement", new YamlSequence(statements)));
    }

    private static Yaml Statement(EquatableArray<string> actions, IEnumerable<TemplateValue> resources)
    {
        var written = resources.Select(TemplateText.Write).OrderBy(resource => resource.Written, StringComparer.Ordinal).ToEquatableArray<Yaml>();
        return YamlMapping.Of(
            ("Effect", Yaml.Text("Allow")),
            ("Action", new YamlSequence(actions.Select(Yaml.Text).ToEquatableArray())),
            ("Resource", written.Count == 1 ? written[0] : new YamlSequence(written)));
    }
}
