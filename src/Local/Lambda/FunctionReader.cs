using Aot.Local.Json;
using Aot.Local.Template;

namespace Aot.Local.Lambda;

/// <summary>Makes a function of an <c>AWS::Serverless::Function</c> resource.</summary>
/// <param name="executableIn">The executable for a CodeUri folder.</param>
internal sealed class FunctionReader(SamTemplate template, Func<string, string> executableIn)
{
    /// <exception cref="TemplateException">A property is missing or has the wrong type.</exception>
    public FunctionDefinition Read(TemplateResource resource)
    {
        var properties = template.Intrinsics.Properties(resource);
        var isImage = Text(resource, properties, "PackageType") == "Image";
        var name = ResourceAttributes.Name(resource, template.Intrinsics);
        return new FunctionDefinition(
            resource.LogicalId,
            name,
            template.Intrinsics.Pseudo.Arn("lambda", "function:" + name),
            (isImage ? Command(properties) : Text(resource, properties, "Handler")) ?? throw Complain(resource, properties, isImage ? "ImageConfig.Command" : "Handler"),
            executableIn(CodeFolder(resource, properties)),
            TimeSpan.FromSeconds(Number(resource, properties, "Timeout") ?? 3),
            Number(resource, properties, "MemorySize") ?? 128,
            Variables(properties),
            Number(resource, properties, "ReservedConcurrentExecutions"),
            isImage ? "Image" : "Zip");
    }

    /// <summary>Where the function's code is: the CodeUri, or an image's build context.</summary>
    public string CodeFolder(TemplateResource resource) => CodeFolder(resource, template.Intrinsics.Properties(resource));

    private string CodeFolder(TemplateResource resource, ObjectValue properties)
    {
        var relative = properties["CodeUri"] is StringValue code ? code.Text : resource.Metadata["DockerContext"] is StringValue context ? context.Text : ".";
        return Path.GetFullPath(Path.Combine(template.Folder, relative));
    }

    private static string? Command(ObjectValue properties) =>
        (properties["ImageConfig"] as ObjectValue)?["Command"] is ArrayValue { Count: > 0 } command && command[0] is StringValue handler ? handler.Text : null;

    private static Dictionary<string, string> Variables(ObjectValue properties)
    {
        var variables = (properties["Environment"] as ObjectValue)?["Variables"] as ObjectValue ?? [];
        return variables.ToDictionary(variable => variable.Key, variable => variable.Value is StringValue text ? text.Text : variable.Value.ToJson(), StringComparer.Ordinal);
    }

    private string? Text(TemplateResource resource, ObjectValue properties, string name) => properties[name] switch
    {
        null => null,
        StringValue text => text.Text,
        var other => throw template.Source.Complain(other, resource.Line, $"{name} of {resource.LogicalId} must be text."),
    };

    private int? Number(TemplateResource resource, ObjectValue properties, string name) => properties[name] switch
    {
        null => null,
        NumberValue number => (int)number.Number,
        StringValue text when int.TryParse(text.Text, out var number) => number,
        var other => throw template.Source.Complain(other, resource.Line, $"{name} of {resource.LogicalId} must be a whole number, found {other.ToJson()}."),
    };

    private TemplateException Complain(TemplateResource resource, ObjectValue properties, string missing) =>
        template.Source.Complain(properties, resource.Line, $"The function {resource.LogicalId} has no {missing}, so there is nothing to run.");
}
