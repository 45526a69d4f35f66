using System.Text;
using Aot.Local.Json;
using Aot.Local.Jsonata.Evaluation;

namespace Aot.Local.Jsonata.Functions;

/// <summary>Functions on strings. Of an undefined string the result is undefined.</summary>
internal static class Strings
{
    public static readonly NativeFunction[] All =
    [
        new("string", "<x-b?:s>", 1, (a, _, frame) => a[0] is null ? null : Texts.Of(a[0]!, frame.Run, a.Length > 1 && a[1] == BooleanValue.True)),
        new("length", "<s-:n>", 1, (a, _, _) => a[0] is StringValue text ? Texts.Length(text.Text) : null),
        new("lowercase", "<s-:s>", 1, (a, _, _) => a[0] is StringValue text ? text.Text.ToLowerInvariant() : null),
        new("uppercase", "<s-:s>", 1, (a, _, _) => a[0] is StringValue text ? text.Text.ToUpperInvariant() : null),
        new("trim", "<s-:s>", 1, (a, _, _) => a[0] is StringValue text ? Trim(text.Text) : null),
        new("substring", "<s-nn?:s>", 3, (a, _, _) => a[0] is StringValue text ? Substring(text.Text, Number(a[1]), a[2]) : null),
        new("substringBefore", "<s-s:s>", 2, (a, _, _) => Before(a[0], a[1])),
        new("substringAfter", "<s-s:s>", 2, (a, _, _) => After(a[0], a[1])),
        new("pad", "<s-ns?:s>", 3, (a, _, frame) => a[0] is StringValue text ? Pad(text.Text, Number(a[1]), a[2], frame.Run) : null),
        new("join", "<a<s>s?:s>", 2, (a, _, frame) => a[0] is ArrayValue texts ? Join(texts, a[1], frame.Run) : null),
        new("base64encode", "<s-:s>", 1, (a, _, _) => a[0] is StringValue text ? Convert.ToBase64String(Encoding.Latin1.GetBytes(text.Text)) : null),
        new("base64decode", "<s-:s>", 1, (a, _, _) => a[0] is StringValue text ? Encoding.Latin1.GetString(DecodeBase64(text.Text)) : null),
    ];

    /// <summary>The number, or NaN where an argument was left out.</summary>
    public static double Number(Value? value) => value is NumberValue number ? number.Number : double.NaN;

    private static string Trim(string text)
    {
        var trimmed = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is not (' ' or '\t' or '\n' or '\r'))
                trimmed.Append(character);
            else if (trimmed.Length > 0 && trimmed[^1] != ' ')
                trimmed.Append(' ');
        }
        return trimmed is [.., ' '] ? trimmed.ToString(0, trimmed.Length - 1) : trimmed.ToString();
    }

    private static string Substring(string text, double start, Value? lengthValue)
    {
        var count = Texts.Length(text);
        if (double.IsNaN(start))
            start = 0;
        if (count + start < 0)
            start = 0;
        double end = count;
        if (lengthValue is NumberValue { Number: var length })
        {
            if (length <= 0)
                return "";
            end = start >= 0 ? start + length : count + start + length;
        }
        // A position from the end, or a fraction of one, is read as JavaScript's slice does.
        var from = (int)Math.Clamp(Math.Truncate(start) < 0 ? Math.Truncate(start) + count : Math.Truncate(start), 0, count);
        var to = (int)Math.Clamp(Math.Truncate(end) < 0 ? Math.Truncate(end) + count : Math.Truncate(end), 0, count);
        if (to <= from)
            return "";
        if (count == text.Length)
            return text[from..to];
        return text[Texts.PositionOf(text, from)..Texts.PositionOf(text, to)];
    }

    private static Value? Before(Value? text, Value? part)
    {
        if (text is not StringValue { Text: var whole } || part is not StringValue { Text: var mark })
            return text;
        var position = whole.IndexOf(mark, StringComparison.Ordinal);
        return position < 0 ? text : whole[..position];
    }

    private static Value? After(Value? text, Value? part)
    {
        if (text is not StringValue { Text: var whole } || part is not StringValue { Text: var mark })
            return text;
        var position = whole.IndexOf(mark, StringComparison.Ordinal);
        return position < 0 ? text : whole[(position + mark.Length)..];
    }

    private static string Pad(string text, double width, Value? characters, Run run)
    {
        var unit = characters is StringValue { Text: { Length: > 0 } given } ? given : " ";
        var missing = Math.Abs(width) - Texts.Length(text);
        if (!(missing > 0))
            return text;
        var length = (int)Math.Min(missing, int.MaxValue / 4);
        run.Spend((long)length * unit.Length);
        var padding = new StringBuilder(length);
        var unitLength = Texts.Length(unit);
        for (var done = 0; done < length; done += unitLength)
            padding.Append(unitLength <= length - done ? unit : unit[..Texts.PositionOf(unit, length - done)]);
        return width > 0 ? text + padding : padding + text;
    }

    private static string Join(ArrayValue texts, Value? separator, Run run)
    {
        var parts = new string[texts.Count];
        var between = separator is StringValue { Text: var given } ? given : "";
        long length = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = ((StringValue)texts[i]).Text;
            length += parts[i].Length + between.Length;
        }
        run.Spend(length);
        return string.Join(between, parts);
    }

    // Ends at the first = and leaves out what is not of the alphabet, as Node.js reads it; takes the URL alphabet, too.
    private static byte[] DecodeBase64(string text)
    {
        var bytes = new List<byte>(text.Length * 3 / 4);
        var (bits, bitCount) = (0, 0);
        foreach (var character in text)
        {
            if (character == '=')
                break;
            var six = character switch
            {
                >= 'A' and <= 'Z' => character - 'A',
                >= 'a' and <= 'z' => character - 'a' + 26,
                >= '0' and <= '9' => character - '0' + 52,
                '+' or '-' => 62,
                '/' or '_' => 63,
                _ => -1,
            };
            if (six < 0)
                continue;
            (bits, bitCount) = ((bits << 6 | six) & 0xFFFF, bitCount + 6);
            if (bitCount >= 8)
            {
                bitCount -= 8;
                bytes.Add((byte)(bits >> bitCount));
            }
        }
        return [.. bytes];
    }
}
