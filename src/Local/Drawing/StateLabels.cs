using System.Text.RegularExpressions;
using Aot.Local.Json;

namespace Aot.Local.Drawing;

/// <summary>The few words a picture says about states and edges.</summary>
internal static partial class StateLabels
{
    private static readonly string[] _targets = ["FunctionName", "QueueUrl", "TableName", "TopicArn", "StateMachineArn", "Bucket", "ApiEndpoint"];

    /// <summary>What a state does: its resource and whom it calls, how long it waits, which error it ends with.</summary>
    public static string Detail(string type, ObjectValue state) => type switch
    {
        "Task" => Join(Resource(state), Target(state)),
        "Wait" => Join(Named(state, "Seconds", " s"), Named(state, "SecondsPath", " s"), Named(state, "Timestamp", ""), Named(state, "TimestampPath", "")),
        "Fail" => Join(Named(state, "Error", ""), Named(state, "ErrorPath", "")),
        "Map" => IsDistributed(state) ? "distributed" : "for each item",
        "Parallel" => "all branches",
        _ => "",
    };

    /// <summary>A Choice rule's condition, in either query language.</summary>
    public static string Condition(ObjectValue rule) => rule["Condition"] is { } condition ? Plain(condition) : Comparison(rule);

    /// <summary>The errors a catcher takes.</summary>
    public static string Errors(ObjectValue catcher) => catcher["ErrorEquals"] is ArrayValue names ? string.Join(", ", names.Select(Plain)) : "";

    // {"Variable": "$.n", "NumericGreaterThan": 3} → $.n > 3; {"And": […]} → … and …; {"Not": …} → not (…)
    private static string Comparison(ObjectValue rule)
    {
        if (rule["Not"] is ObjectValue not) return $"not ({Comparison(not)})";
        if (rule["And"] is ArrayValue all) return string.Join(" and ", all.OfType<ObjectValue>().Select(Comparison));
        if (rule["Or"] is ArrayValue any) return string.Join(" or ", any.OfType<ObjectValue>().Select(Comparison));
        var variable = rule["Variable"] is { } path ? Plain(path) : "?";
        foreach (var (name, value) in rule)
        {
            if (name is "Variable" or "Next" or "Comment" or "Assign" or "Output") continue;
            return $"{variable} {Operator(name)} {Plain(value)}";
        }
        return variable;
    }

    private static string Operator(string name) => name.Replace("Path", "", StringComparison.Ordinal) switch
    {
        var n when n.EndsWith("GreaterThanEquals", StringComparison.Ordinal) => "≥",
        var n when n.EndsWith("LessThanEquals", StringComparison.Ordinal) => "≤",
        var n when n.EndsWith("GreaterThan", StringComparison.Ordinal) => ">",
        var n when n.EndsWith("LessThan", StringComparison.Ordinal) => "<",
        var n when n.EndsWith("Equals", StringComparison.Ordinal) => "=",
        var n when n.EndsWith("Matches", StringComparison.Ordinal) => "matches",
        var n => n,
    };

    private static bool IsDistributed(ObjectValue state) =>
        ((state["ItemProcessor"] as ObjectValue)?["ProcessorConfig"] as ObjectValue)?["Mode"] is StringValue { Text: "DISTRIBUTED" };

    // arn:aws:states:::aws-sdk:sqs:receiveMessage → sqs:receiveMessage; a function's own ARN → its name
    private static string Resource(ObjectValue state)
    {
        var arn = state["Resource"] is { } resource ? Plain(resource) : "";
        var marker = arn.IndexOf(":states:::", StringComparison.Ordinal);
        if (marker < 0) return arn.Split(':')[^1];
        return arn[(marker + ":states:::".Length)..].Replace("aws-sdk:", "", StringComparison.Ordinal);
    }

    private static string Target(ObjectValue state)
    {
        if ((state["Arguments"] ?? state["Parameters"]) is not ObjectValue arguments) return "";
        foreach (var name in _targets)
        {
            if ((arguments[name] ?? arguments[name + ".$"]) is StringValue target) return ShortName(target.Text);
        }
        return "";
    }

    // ${ProcessJobArn} → ProcessJob; an ARN or a URL → its last part
    private static string ShortName(string target)
    {
        if (Substitution().Match(target) is { Success: true } match) return match.Groups["name"].Value;
        return target.StartsWith("{%", StringComparison.Ordinal) ? "" : target.Split(':', '/')[^1];
    }

    private static string Named(ObjectValue state, string field, string unit) => state[field] is { } value ? Plain(value) + unit : "";

    private static string Plain(Value value)
    {
        var text = value is StringValue word ? word.Text : value.ToJson();
        return text is ['{', '%', .. var inner, '%', '}'] ? inner.Trim() : text;
    }

    private static string Join(params ReadOnlySpan<string> words) => string.Join(' ', words.ToArray().Where(word => word.Length > 0));

    [GeneratedRegex(@"^\$\{(?<name>\w+?)(Arn)?\}$")]
    private static partial Regex Substitution();
}
