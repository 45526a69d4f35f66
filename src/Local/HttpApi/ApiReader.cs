using Aot.Local.Json;
using Aot.Local.Template;

namespace Aot.Local.HttpApi;

/// <summary>Collects the routes of a template: those of its APIs' definitions and those of its functions' HttpApi events.</summary>
internal static class ApiReader
{
    /// <exception cref="TemplateException">A definition is not supported.</exception>
    public static IEnumerable<HttpRoute> Read(SamTemplate template)
    {
        var openApi = new OpenApiReader(template.Source);
        foreach (var resource in template.Resources)
        {
            var properties = resource.Type is "AWS::Serverless::HttpApi" or SamEvents.RouteType ? template.Intrinsics.Properties(resource) : [];
            if (resource.Type == SamEvents.RouteType) yield return EventRoute(properties);
            if (properties["DefinitionBody"] is not ObjectValue definition) continue;
            foreach (var route in openApi.Read(ResourceAttributes.Ref(resource, template.Intrinsics), definition, resource.Line)) yield return route;
        }
    }

    private static HttpRoute EventRoute(ObjectValue properties)
    {
        string Text(string name) => (properties[name] as StringValue)?.Text ?? "";
        return new HttpRoute(Text("ApiId"), Text("Method").ToUpperInvariant(), Text("Path"), new Integration.Lambda(Text("FunctionArn")), null);
    }
}
