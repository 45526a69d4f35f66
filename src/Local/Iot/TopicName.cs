using System.Text;

namespace Aot.Local.Iot;

/// <summary>The topics that messages can be published to.</summary>
/// <remarks>Source: MQTT 3.1.1, sections 3.3.2.1 and 4.7; AWS IoT Core quotas, "Topic size" and "Maximum number of slashes".</remarks>
internal static class TopicName
{
    private const int MaxBytes = 256;
    private const int MaxSlashes = 7;
    private const string Reserved = "$aws/rules/"; // not counted, with the rule's name and the slash after it

    /// <summary>Why a text is no topic, or null.</summary>
    public static string? Problem(string topic)
    {
        if (topic.Length == 0) return "it is empty";
        if (topic.AsSpan().IndexOfAny('+', '#') >= 0) return "a message cannot be published to wildcards";
        if (topic.Contains('\0')) return "it contains a null character";
        var counted = Counted(topic);
        if (Encoding.UTF8.GetByteCount(counted) > MaxBytes) return $"it is longer than {MaxBytes} bytes";
        return counted.Count('/') > MaxSlashes ? $"it has more than {MaxSlashes} slashes" : null;
    }

    private static ReadOnlySpan<char> Counted(string topic)
    {
        if (!topic.StartsWith(Reserved, StringComparison.Ordinal)) return topic;
        var rest = topic.AsSpan(Reserved.Length);
        var slash = rest.IndexOf('/');
        return slash < 0 ? [] : rest[(slash + 1)..];
    }
}
