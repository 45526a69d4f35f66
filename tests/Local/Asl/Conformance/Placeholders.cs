using System.Text.RegularExpressions;
using Aot.Local.Json;

namespace Aot.Local.Tests.Asl.Conformance;

/// <summary>Compares with recorded values in which words like <c>&lt;start-time&gt;</c> stand for what differs from run to run.</summary>
internal static partial class Placeholders
{
    public static bool Match(Value expected, Value? actual) => (expected, actual) switch
    {
        (StringValue { Text: "a_task_token" }, StringValue) => true,
        (StringValue pattern, StringValue text) when Placeholder().IsMatch(pattern.Text) => Pattern(pattern.Text).IsMatch(text.Text),
        (ObjectValue wanted, ObjectValue given) => wanted.Count == given.Count && wanted.All(member => Match(member.Value, given[member.Key])),
        (ArrayValue wanted, ArrayValue given) => wanted.Count == given.Count && wanted.Zip(given).All(pair => Match(pair.First, pair.Second)),
        _ => expected.Equals(actual),
    };

    private static Regex Pattern(string text) =>
        new("^" + string.Join(".+", Placeholder().Split(text).Select(Regex.Escape)) + "$", RegexOptions.Singleline);

    [GeneratedRegex("<+[A-Za-z_][A-Za-z0-9_-]*>?(?::[0-9]+)?>")]
    private static partial Regex Placeholder();
}
