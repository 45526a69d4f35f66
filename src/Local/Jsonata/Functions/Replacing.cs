using System.Text;
using Aot.Local.Json;
using Aot.Local.Jsonata.Evaluation;

namespace Aot.Local.Jsonata.Functions;

/// <summary><c>$replace</c></summary>
internal static class Replacing
{
    public static string Replace(string text, Value? pattern, Value? replacement, Value? limitValue, Frame frame)
    {
        if (pattern is StringValue { Text.Length: 0 })
            throw new JsonataException("D3010") { Value = pattern, Index = 2 };
        var limit = Matching.Limit(limitValue, "D3011", 4);
        if (limit == 0)
            return text;
        var replaced = new StringBuilder();
        var position = 0;
        var count = 0;
        if (pattern is not FunctionValue matcher)
        {
            var mark = pattern is StringValue { Text: var given } ? given : "undefined";
            for (var at = text.IndexOf(mark, StringComparison.Ordinal); at >= 0 && count < limit; count++)
            {
                frame.Run.Tick();
                replaced.Append(text, position, at - position).Append((replacement as StringValue)?.Text);
                position = at + mark.Length;
                at = text.IndexOf(mark, position, StringComparison.Ordinal);
            }
            frame.Run.Spend(replaced.Length);
            return replaced.Append(text, position, text.Length - position).ToString();
        }
        foreach (var found in Matching.FindAll(text, matcher, frame))
        {
            // The match after the last one wanted is looked for, too, and may fail.
            if (count++ >= limit)
                break;
            replaced.Append(text, position, Math.Max(0, found.Start - position)).Append(Substitute(found, replacement, frame));
            frame.Run.Spend(found.Text.Length);
            position = Math.Min(text.Length, found.Start + found.Text.Length);
        }
        return replaced.Append(text, position, text.Length - position).ToString();
    }

    private static string Substitute(Matching.Found found, Value? replacement, Frame frame)
    {
        if (replacement is StringValue template)
            return Fill(template.Text, found);
        var result = replacement is FunctionValue function ? Sequences.Collapse(function.Call([found.Describe()], NullValue.Instance, frame)) : null;
        return result is StringValue text ? text.Text : throw new JsonataException("D3012") { Value = result };
    }

    // $0 is the match, $1… its groups, $$ a dollar. Of several digits as many count as name a group that may exist.
    private static string Fill(string template, Matching.Found found)
    {
        var filled = new StringBuilder();
        var position = 0;
        for (var dollar = template.IndexOf('$'); dollar >= 0; dollar = template.IndexOf('$', position))
        {
            filled.Append(template, position, dollar - position);
            position = dollar + 1;
            var next = position < template.Length ? template[position] : '\0';
            if (next == '$')
            {
                filled.Append('$');
                position++;
            }
            else if (next == '0')
            {
                filled.Append(found.Text);
                position++;
            }
            else if (GroupAt(template, position, found.Groups.Count) is { } group)
            {
                if (group >= 1 && group <= found.Groups.Count)
                    filled.Append((found.Groups[group - 1] as StringValue)?.Text);
                position += group.ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
            }
            else
            {
                filled.Append('$');
            }
        }
        return filled.Append(template, position, template.Length - position).ToString();
    }

    private static int? GroupAt(string template, int position, int groups)
    {
        var maxDigits = groups == 0 ? 1 : (int)Math.Log10(groups) + 1;
        var number = Digits(template, position, maxDigits);
        return maxDigits > 1 && number > groups ? Digits(template, position, maxDigits - 1) : number;
    }

    private static int? Digits(string template, int position, int most)
    {
        int? number = null;
        for (var i = 0; i < most && position + i < template.Length && char.IsAsciiDigit(template[position + i]); i++)
            number = (number ?? 0) * 10 + template[position + i] - '0';
        return number;
    }
}
