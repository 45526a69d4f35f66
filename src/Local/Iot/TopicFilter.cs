namespace Aot.Local.Iot;

/// <summary>MQTT's topic filters: <c>+</c> stands for one level, <c>#</c> for all that follow.</summary>
/// <remarks>Source: MQTT 3.1.1, section 4.7.</remarks>
internal static class TopicFilter
{
    /// <summary>Why a text is no filter, or null.</summary>
    public static string? Problem(string filter)
    {
        if (filter.Length == 0) return "it is empty";
        var levels = filter.Split('/');
        for (var i = 0; i < levels.Length; i++)
        {
            if (levels[i].Contains('#') && (levels[i] != "#" || i < levels.Length - 1)) return "# must be the whole last level";
            if (levels[i].Contains('+') && levels[i] != "+") return "+ must be a whole level";
        }
        return null;
    }

    public static bool Matches(string filter, string topic)
    {
        var pattern = filter.Split('/');
        var levels = topic.Split('/');
        if (topic.StartsWith('$') && (pattern[0] is "+" or "#")) return false; // wildcards do not reach into $aws
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == "#") return true;
            if (i >= levels.Length || (pattern[i] != "+" && pattern[i] != levels[i])) return false;
        }
        return pattern.Length == levels.Length || (pattern.Length == levels.Length + 1 && pattern[^1] == "#");
    }
}
