using Aot.Local.Json;

namespace Aot.Local.Template;

/// <summary>SAM's Globals: defaults for all resources of a kind.</summary>
/// <remarks>Source: SAM developer guide, "Globals section": scalars are replaced, maps merged, lists appended to.</remarks>
internal static class Globals
{
    public static TemplateResource Apply(ObjectValue globals, TemplateResource resource)
    {
        var section = resource.Type switch
        {
            "AWS::Serverless::Function" => "Function",
            "AWS::Serverless::StateMachine" => "StateMachine",
            "AWS::Serverless::HttpApi" => "HttpApi",
            "AWS::Serverless::SimpleTable" => "SimpleTable",
            _ => "",
        };
        return globals[section] is ObjectValue defaults ? resource with { Properties = (ObjectValue)Merge(defaults, resource.Properties) } : resource;
    }

    private static Value Merge(Value global, Value local) => (global, local) switch
    {
        (ObjectValue above, ObjectValue below) when !IsIntrinsic(above) && !IsIntrinsic(below) => MergeMembers(above, below),
        (ArrayValue above, ArrayValue below) => new ArrayValue([.. above, .. below]),
        _ => local,
    };

    private static ObjectValue MergeMembers(ObjectValue above, ObjectValue below)
    {
        var merged = new ObjectValue(above);
        foreach (var (name, value) in below) merged[name] = above[name] is { } inherited ? Merge(inherited, value) : value;
        return merged;
    }

    private static bool IsIntrinsic(ObjectValue value) => value.Count == 1 && (value.Names[0] is "Ref" or "Condition" || value.Names[0].StartsWith("Fn::", StringComparison.Ordinal));
}
