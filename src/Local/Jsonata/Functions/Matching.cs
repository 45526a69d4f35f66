using System.Text;
using System.Text.RegularExpressions;
using Aot.Local.Json;
using Aot.Local.Jsonata.Evaluation;

namespace Aot.Local.Jsonata.Functions;

/// <summary>Functions that look for strings, regular expressions or matcher functions in strings.</summary>
internal static class Matching
{
    public static readonly NativeFunction[] All =
    [
        new("contains", "<s-(sf):b>", 2, (a, _, frame) => a[0] is StringValue text ? Contains(text.Text, a[1], frame) : null),
        new("match", "<s-f<s:o>n?:a<o>>", 3, (a, _, frame) => a[0] is StringValue text ? Match(text.Text, (FunctionValue)a[1]!, a[2], frame) : null),
        new("split", "<s-(sf)n?:a<s>>", 3, (a, _, frame) => a[0] is StringValue text ? Split(text.Text, a[1], a[2], frame) : null),
        new("replace", "<s-(sf)(sf)n?:s>", 4, (a, _, frame) => a[0] is StringValue text ? Replacing.Replace(text.Text, a[1], a[2], a[3], frame) : null),
    ];

    /// <summary>A match as the matcher protocol describes it.</summary>
    public sealed record Found(string Text, int Start, int End, IReadOnlyList<Value> Groups)
    {
        /// <summary>What a replacing function is given.</summary>
        public required Func<ObjectValue> Describe { get; init; }
    }

    /// <summary>All matches of a regular expression, or of a function that returns match, start, end, groups and next.</summary>
    public static IEnumerable<Found> FindAll(string text, FunctionValue matcher, Frame frame)
    {
        if (matcher is RegexValue regex)
        {
            foreach (var match in regex.Matches(text, frame.Run))
                yield return Of(match);
            yield break;
        }
        var result = Sequences.Collapse(matcher.Call([text], NullValue.Instance, frame));
        while (result is not null)
        {
            frame.Run.Tick();
            var description = result as ObjectValue;
            var (start, end, next) = (description?["start"] as NumberValue, description?["end"] as NumberValue, description?["next"] as FunctionValue);
            if (start is null && description?["groups"] is not ArrayValue && next is null)
                throw new JsonataException("T1010");
            var matched = (description!["match"] as StringValue)?.Text ?? "";
            var startAt = Math.Clamp((int)(start?.Number ?? 0), 0, text.Length);
            yield return new Found(matched, startAt, Math.Clamp((int)(end?.Number ?? 0), 0, text.Length), description["groups"] as ArrayValue ?? [])
            {
                Describe = () => description,
            };
            result = next is null ? null : Sequences.Collapse(next.Call([], NullValue.Instance, frame));
        }
    }

    private static Found Of(Match match)
    {
        var groups = RegexValue.Groups(match);
        return new Found(match.Value, match.Index, match.Index + match.Length, groups)
        {
            Describe = () => new ObjectValue
            {
                ["match"] = match.Value,
                ["start"] = match.Index,
                ["end"] = match.Index + match.Length,
                ["groups"] = groups,
            },
        };
    }

    private static bool Contains(string text, Value? part, Frame frame) => part switch
    {
        StringValue whole => text.Contains(whole.Text, StringComparison.Ordinal),
        RegexValue regex => regex.IsMatch(text, frame.Run),
        FunctionValue matcher => FindAll(text, matcher, frame).Any(),
        _ => false,
    };

    private static ArrayValue Match(string text, FunctionValue matcher, Value? limitValue, Frame frame)
    {
        var limit = Limit(limitValue, "D3040", 3);
        var results = Sequences.New();
        if (limit == 0)
            return results;
        foreach (var found in FindAll(text, matcher, frame))
        {
            // The match after the last one wanted is looked for, too, and may fail.
            if (results.Count >= limit)
                break;
            results.Add(new ObjectValue { ["match"] = found.Text, ["index"] = found.Start, ["groups"] = new ArrayValue(found.Groups) });
        }
        return results;
    }

    private static ArrayValue Split(string text, Value? separator, Value? limitValue, Frame frame)
    {
        var limit = Limit(limitValue, "D3020", 3);
        if (separator is not FunctionValue matcher)
            return SplitPlainly(text, (separator as StringValue)?.Text ?? "", Math.Floor(limit), frame.Run);
        var pieces = new ArrayValue();
        if (limit == 0)
            return pieces;
        var start = 0;
        foreach (var found in FindAll(text, matcher, frame))
        {
            if (pieces.Count >= limit)
                return pieces;
            pieces.Add(text[Math.Min(start, found.Start)..found.Start]);
            start = found.End;
        }
        if (pieces.Count < limit)
            pieces.Add(text[start..]);
        return pieces;
    }

    // Without a separator every UTF-16 unit is a piece.
    private static ArrayValue SplitPlainly(string text, string separator, double limit, Run run)
    {
        var pieces = new ArrayValue();
        for (var start = 0; pieces.Count < limit;)
        {
            run.Spend(1);
            var end = separator.Length == 0 ? start + 1 : text.IndexOf(separator, start, StringComparison.Ordinal);
            if (separator.Length == 0 && start >= text.Length)
                break;
            pieces.Add(end < 0 ? text[start..] : text[start..end]);
            if (end < 0)
                break;
            start = end + separator.Length;
        }
        return pieces;
    }

    /// <summary>The greatest number of matches to take; without one, all.</summary>
    public static double Limit(Value? limit, string code, int index)
    {
        if (limit is not NumberValue { Number: var number })
            return double.PositiveInfinity;
        return number < 0 ? throw new JsonataException(code) { Value = limit, Index = index } : number;
    }
}
