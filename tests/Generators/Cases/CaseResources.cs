using System.Text.RegularExpressions;

namespace Aot.Generators.Tests.Cases;

/// <summary>The resources of a case's template: every placeholder is its own name, which a fake sees as the logical id.</summary>
internal static partial class CaseResources
{
    private const string ActivityPrefix = "arn:aws:states:us-east-1:000000000000:activity:";

    /// <summary>The definition with its placeholders filled in. What a Task names as its Resource is an activity.</summary>
    public static string Substitute(string definition) => Placeholder().Replace(Activity().Replace(definition, $"$1{ActivityPrefix}$2\""), "$1");

    /// <summary>The logical id of an activity.</summary>
    public static string ActivityOf(string arn) => arn[ActivityPrefix.Length..];

    [GeneratedRegex(@"\$\{(\w+)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(""Resource"": "")\$\{(\w+)\}""")]
    private static partial Regex Activity();
}
