using Aot.Generators.Ir;

namespace Aot.Generators.Sam;

/// <summary>The template resource of a Lambda function.</summary>
/// <remarks>
/// All zip functions share one <c>bootstrap</c>. <c>BuildMethod: makefile</c> lets <c>sam build</c> call <c>make build-&lt;LogicalId&gt;</c>
/// in the template's folder, and it is the one method that needs no download.
/// </remarks>
internal static class FunctionResource
{
    public static string Write(LambdaFunctionModel function) => YamlWriter.Write(YamlMapping.Of((function.LogicalId, YamlMapping.Of(
        ("Type", Yaml.Text("AWS::Serverless::Function")),
        ("Metadata", Metadata(function)),
        ("Properties", Properties(function))))));

    private static YamlMapping Metadata(LambdaFunctionModel function) => function.IsImage
        ? GeneratedResource.Metadata(
            function.Source,
            ("Dockerfile", Yaml.Text(function.Dockerfile ?? "Dockerfile")),
            ("DockerContext", Yaml.Verbatim(GeneratedResource.CodeUri)),
            ("DockerTag", Yaml.Text(function.LogicalId.ToLowerInvariant())))
        : GeneratedResource.Metadata(function.Source, ("BuildMethod", Yaml.Text("makefile")));

    private static YamlMapping Properties(LambdaFunctionModel function) => YamlMapping.Of(
        ("PackageType", function.IsImage ? Yaml.Text("Image") : null),
        ("ImageConfig", function.IsImage ? YamlMapping.Of(("Command", new YamlSequence([Yaml.Text(function.HandlerName)]))) : null),
        ("Runtime", function.IsImage ? null : Yaml.Text("provided.al2023")),
        ("Handler", function.IsImage ? null : Yaml.Text(function.HandlerName)),
        ("CodeUri", function.IsImage ? null : Yaml.Verbatim(GeneratedResource.CodeUri)),
        ("MemorySize", function.MemoryMebibytes is { } memory ? Yaml.Number(memory) : null),
        ("Timeout", function.TimeoutSeconds is { } timeout ? Yaml.Number(timeout) : null),
        ("Environment", function.Environment.Count == 0 ? null : YamlMapping.Of(("Variables", Variables(function)))),
        ("Architectures", function.Architecture is { } architecture ? new YamlSequence([Yaml.Text(architecture)]) : null),
        ("FunctionUrlConfig", function.Url is { } url ? Url(url) : null),
        ("Events", FunctionEvents.Write(function.Events)),
        ("Tags", function.Tags.Count == 0 ? null : TemplateText.Write(function.Tags)),
        ("Role", function.Role is null ? null : TemplateText.Write(function.Role)),
        ("Policies", function.Role is null ? Policies(function) : null));

    private static YamlMapping Variables(LambdaFunctionModel function)
        => new(function.Environment.Select(variable => new YamlEntry(variable.Name, Variable(variable.Value))).ToEquatableArray());

    // Lambda takes strings only, so a number is written as text.
    private static YamlScalar Variable(TemplateValue value)
        => value.Function == TemplateFunction.Literal ? new YamlScalar(Yaml.Quote(value.Argument)) : TemplateText.Write(value);

    private static YamlMapping Url(FunctionUrl url) => YamlMapping.Of(
        ("AuthType", Yaml.Text(url.IsPublic ? "NONE" : "AWS_IAM")),
        ("InvokeMode", url.IsStreaming ? Yaml.Text("RESPONSE_STREAM") : null));

    private static Yaml? Policies(LambdaFunctionModel function)
    {
        var policies = function.ManagedPolicies.Select(policy => (Yaml)TemplateText.Write(TemplateText.Read(policy))).ToList();
        if (Iam.Policy(function.Permissions) is { } inline)
            policies.Add(inline);
        return policies.Count == 0 ? null : new YamlSequence(policies.ToEquatableArray());
    }
}
