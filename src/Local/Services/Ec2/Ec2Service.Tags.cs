using Aot.Local.Json;

namespace Aot.Local.Services.Ec2;

/// <summary>Tags of instances.</summary>
internal sealed partial class Ec2Service
{
    private ObjectValue CreateTags(ServiceRequest request)
    {
        request.RequiredList("Resources");
        request.RequiredList("Tags");
        foreach (var instance in request.Texts("Resources").Select(ById).ToArray())
        {
            foreach (var tag in request.Structures("Tags"))
                instance.Tags[tag.RequiredText("Key")] = tag.Text("Value") ?? "";
        }
        return Shape.Of(("Return", true));
    }

    private ObjectValue DeleteTags(ServiceRequest request)
    {
        request.RequiredList("Resources");
        foreach (var instance in request.Texts("Resources").Select(ById).ToArray())
        {
            if (!request.Has("Tags"))
                instance.Tags.Clear();
            foreach (var tag in request.Structures("Tags"))
            {
                var key = tag.RequiredText("Key");
                if (tag.Text("Value") is not { } value || instance.Tags.GetValueOrDefault(key) == value)
                    instance.Tags.Remove(key);
            }
        }
        return Shape.Of(("Return", true));
    }

    private ObjectValue DescribeTags(ServiceRequest request)
    {
        var filters = new Filters(request.Structures("Filters"));
        var tags = _instances.SelectMany(instance => instance.Tags.Select(tag => (instance.Id, tag.Key, tag.Value)))
            .Where(tag => filters.Match(name => name switch
            {
                "resource-id" => [tag.Id],
                "resource-type" => ["instance"],
                "key" => [tag.Key],
                "value" => [tag.Value],
                _ => null,
            }))
            .Select(tag => (Value)Shape.Of(("ResourceId", tag.Id), ("ResourceType", "instance"), ("Key", tag.Key), ("Value", tag.Value)));
        return Shape.Of(("Tags", Shape.List(tags)));
    }

    // From the launch template as well as the request; the request wins.
    private Dictionary<string, string> TagsOf(ServiceRequest request, string resourceType)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        var reference = request.Structure("LaunchTemplate");
        var template = reference is null ? null : TemplateOf(reference.Text("LaunchTemplateId"), reference.Text("LaunchTemplateName"));
        var specifications = new ServiceRequest(template?.Data ?? Shape.Empty, Missing, textNumbers: true).Structures("TagSpecifications")
            .Concat(request.Structures("TagSpecifications"));
        foreach (var specification in specifications.Where(specification => specification.Text("ResourceType") == resourceType))
        {
            foreach (var tag in specification.Structures("Tags"))
                tags[tag.RequiredText("Key")] = tag.Text("Value") ?? "";
        }
        return tags;
    }
}
