using Aot.Local.Json;

namespace Aot.Local.Services.StepFunctions;

internal sealed partial class StepFunctionsService
{
    private readonly Dictionary<string, OrderedDictionary<string, string>> _tags = new(StringComparer.Ordinal); // by ARN; under _machines.Gate

    private Value TagResource(ServiceRequest request)
    {
        var arn = request.RequiredText("resourceArn");
        request.RequiredList("tags");
        var tags = ReadTags(request);
        lock (_machines.Gate)
        {
            RequireTaggable(arn);
            SetTags(arn, tags);
        }
        return Shape.Empty;
    }

    private Value UntagResource(ServiceRequest request)
    {
        var arn = request.RequiredText("resourceArn");
        request.RequiredList("tagKeys");
        lock (_machines.Gate)
        {
            RequireTaggable(arn);
            foreach (var key in request.Texts("tagKeys")) _tags.GetValueOrDefault(arn)?.Remove(key);
        }
        return Shape.Empty;
    }

    private Value ListTagsForResource(ServiceRequest request)
    {
        var arn = request.RequiredText("resourceArn");
        lock (_machines.Gate)
        {
            RequireTaggable(arn);
            return Shape.Of(("tags", Shape.List((_tags.GetValueOrDefault(arn) ?? []).Select(tag => Shape.Of(("key", tag.Key), ("value", tag.Value))))));
        }
    }

    private static List<KeyValuePair<string, string>> ReadTags(ServiceRequest request)
    {
        const int MaxKeyLength = 128; // API reference, Tag
        const int MaxValueLength = 256;
        return [.. request.Structures("tags").Select(tag => KeyValuePair.Create(tag.RequiredLimited("key", MaxKeyLength), tag.Limited("value", MaxValueLength) ?? ""))];
    }

    private void SetTags(string arn, List<KeyValuePair<string, string>> tags)
    {
        const int MaxTags = 50; // Step Functions quotas, "maximum number of tags per resource"
        var all = new OrderedDictionary<string, string>(_tags.GetValueOrDefault(arn) ?? [], StringComparer.Ordinal);
        foreach (var (key, value) in tags) all[key] = value;
        if (all.Count > MaxTags) throw new ServiceException("TooManyTags", $"Too Many Tags: '{arn}'");
        _tags[arn] = all;
    }

    // Versions and aliases have no tags of their own.
    private void RequireTaggable(string arn)
    {
        RequireArn(arn, "stateMachine", "activity");
        if (_machines.Find(arn) is null && _activities.Find(arn) is null)
            throw new ServiceException("ResourceNotFound", $"Resource not found: '{arn}'");
    }
}
