using Aot.Local.Json;

namespace Aot.Local.Template;

/// <summary>A template read and transformed: parameters, conditions, and its resources without those whose condition does not hold.</summary>
internal sealed class SamTemplate
{
    private SamTemplate(SourceMap source, Intrinsics intrinsics, IReadOnlyList<TemplateResource> resources, ObjectValue outputs) =>
        (Source, Intrinsics, Resources, Outputs) = (source, intrinsics, resources, outputs);

    public SourceMap Source { get; }

    public Intrinsics Intrinsics { get; }

    /// <summary>In the template's order; what SAM makes of events follows the resource it belongs to.</summary>
    public IReadOnlyList<TemplateResource> Resources { get; }

    public ObjectValue Outputs { get; }

    /// <summary>The folder that CodeUri and DefinitionUri are relative to.</summary>
    public string Folder => Path.GetDirectoryName(Path.GetFullPath(Source.File))!;

    /// <summary>Reads a template.</summary>
    /// <param name="file">Its path, for messages.</param>
    /// <param name="parameters">Values that replace the parameters' defaults.</param>
    /// <param name="pseudo">Region, account and stack name for the pseudo parameters.</param>
    /// <exception cref="TemplateException">It cannot be run; the message says where and what to do.</exception>
    public static SamTemplate Parse(string text, string file, PseudoParameters pseudo, IReadOnlyDictionary<string, string>? parameters = null)
    {
        var source = new SourceMap(file);
        var root = YamlReader.Read(text, source);
        if (root["Resources"] is not ObjectValue declared)
            throw source.Complain(root["Resources"], 1, "The template has no Resources section (a mapping of logical ids).");

        var intrinsics = new Intrinsics(source, pseudo, Section(root, "Conditions", source), Section(root, "Mappings", source));
        foreach (var (name, value) in Parameters.Read(Section(root, "Parameters", source), parameters ?? new Dictionary<string, string>(), source))
            intrinsics.Define(name, value);

        var globals = Section(root, "Globals", source);
        var resources = new List<TemplateResource>();
        foreach (var (logicalId, body) in declared)
        {
            var resource = Resource(logicalId, body, source);
            if (body is ObjectValue { } members && members["Condition"] is StringValue { Text: var condition } && !intrinsics.Holds(condition, resource.Line)) continue;
            var whole = Globals.Apply(globals, resource);
            resources.Add(whole);
            resources.AddRange(SamEvents.Expand(whole, source));
        }
        if (resources.Find(resource => resource.Type == SamEvents.RouteType) is { } route && !resources.Exists(resource => resource.LogicalId == SamEvents.ImplicitApi))
            resources.Add(new TemplateResource(SamEvents.ImplicitApi, "AWS::Serverless::HttpApi", [], [], route.Line));
        foreach (var resource in resources) intrinsics.Declare(resource);
        return new SamTemplate(source, intrinsics, resources, Section(root, "Outputs", source));
    }

    /// <summary>Evaluates every property once, so that a mistake shows before anything is started.</summary>
    /// <exception cref="TemplateException">A name is unknown or a function is used wrongly.</exception>
    public void CheckAll()
    {
        foreach (var resource in Resources) _ = Intrinsics.Properties(resource);
    }

    private static TemplateResource Resource(string logicalId, Value body, SourceMap source)
    {
        var line = source.LineOf(body, 1);
        if (body is not ObjectValue resource) throw source.Complain(body, line, $"The resource {logicalId} must be a mapping with a Type.");
        if (resource["Type"] is not StringValue { Text: var type }) throw source.Complain(body, line, $"The resource {logicalId} has no Type.");
        var properties = resource["Properties"] switch
        {
            null or NullValue => new ObjectValue(),
            ObjectValue members => members,
            var other => throw source.Complain(other, line, $"The Properties of {logicalId} must be a mapping."),
        };
        return new TemplateResource(logicalId, type, properties, resource["Metadata"] as ObjectValue ?? [], line);
    }

    private static ObjectValue Section(ObjectValue root, string name, SourceMap source) => root[name] switch
    {
        null or NullValue => new ObjectValue(),
        ObjectValue section => section,
        var other => throw source.Complain(other, 1, $"{name} must be a mapping."),
    };
}
