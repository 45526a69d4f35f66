using System.Text.RegularExpressions;
using Aot.Local.Json;

namespace Aot.Local.Services.Ec2;

/// <summary>The Filters of Describe calls: all filters must hold, each by one of its values, with * and ? as wildcards.</summary>
internal sealed class Filters(IReadOnlyList<ServiceRequest> filters)
{
    /// <param name="values">An item's values under a filter name; null when the call has no such filter.</param>
    /// <exception cref="ServiceException">InvalidParameterValue: an unknown filter.</exception>
    public bool Match(Func<string, IEnumerable<string>?> values) => filters.All(filter =>
    {
        var name = filter.RequiredText("Name");
        var actual = values(name) ?? throw new ServiceException("InvalidParameterValue", $"The filter '{name}' is invalid");
        return filter.Texts("Values").Any(pattern => actual.Any(value => IsLike(value, pattern)));
    });

    /// <summary>The values of the filters about tags: <c>tag:name</c>, <c>tag-key</c>, <c>tag-value</c>.</summary>
    public static IEnumerable<string>? OfTags(string filter, IReadOnlyDictionary<string, string> tags) => filter switch
    {
        "tag-key" => tags.Keys,
        "tag-value" => tags.Values,
        _ when filter.StartsWith("tag:", StringComparison.Ordinal) => tags.TryGetValue(filter[4..], out var value) ? [value] : [],
        _ => null,
    };

    public static string TextOf(ObjectValue shape, string name) => shape[name] is { } value ? Protocol.AwsQuery.TextOf(value) : "";

    private static bool IsLike(string value, string pattern) =>
        value == pattern || Regex.IsMatch(value, $"^{Regex.Escape(pattern).Replace("\\*", ".*").Replace("\\?", ".")}$", RegexOptions.Singleline);
}
