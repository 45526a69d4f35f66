using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Aot.Local.Json;

namespace Aot.Local.JsonPath;

/// <summary>A call like <c>States.Format('{}', $.name)</c>, parsed once.</summary>
internal sealed record IntrinsicCall(string Function, IReadOnlyList<IntrinsicArgument> Arguments)
{
    /// <summary>Reads a call; false when the text is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out IntrinsicCall? call)
    {
        var at = 0;
        call = Read(text, ref at);
        return call is not null && Skip(text, at) == text.Length;
    }

    private static IntrinsicCall? Read(string text, ref int at)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) return null; // nested beyond all use
        at = Skip(text, at);
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '.')) at++;
        var function = text[start..at];
        if (!IntrinsicFunctions.Exists(function) || at >= text.Length || text[at] != '(') return null;
        List<IntrinsicArgument> arguments = [];
        at = Skip(text, at + 1);
        while (at < text.Length && text[at] != ')')
        {
            if (arguments.Count > 0)
            {
                if (text[at] != ',') return null;
                at = Skip(text, at + 1);
            }
            if (ReadArgument(text, ref at) is not { } argument) return null;
            arguments.Add(argument);
            at = Skip(text, at);
        }
        if (at >= text.Length) return null;
        at++;
        return new IntrinsicCall(function, arguments);
    }

    private static IntrinsicArgument? ReadArgument(string text, ref int at)
    {
        if (at >= text.Length) return null;
        if (text[at] == '\'') return ReadText(text, ref at) is { } literal ? new IntrinsicArgument(literal, null, null) : null;
        if (text.AsSpan(at).StartsWith("States.")) return Read(text, ref at) is { } nested ? new IntrinsicArgument(null, null, nested) : null;
        var start = at;
        for (var depth = 0; at < text.Length && (depth > 0 || text[at] is not (',' or ')')); at++)
        {
            if (text[at] is '[' or '(') depth++;
            else if (text[at] is ']' or ')') depth--;
        }
        var word = text[start..at].Trim();
        if (word.StartsWith('$')) return PathExpression.TryParse(word, out var path) ? new IntrinsicArgument(null, path, null) : null;
        return word switch
        {
            "true" => new IntrinsicArgument(true, null, null),
            "false" => new IntrinsicArgument(false, null, null),
            "null" => new IntrinsicArgument(NullValue.Instance, null, null),
            _ => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? new IntrinsicArgument(number, null, null) : null,
        };
    }

    // States Language, "Intrinsic functions": only ' { } and the backslash itself are escaped. { and } keep their backslash for Format.
    private static string? ReadText(string text, ref int at)
    {
        var read = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\'')
            {
                at++;
                return read.ToString();
            }
            if (text[at] != '\\')
            {
                read.Append(text[at]);
                continue;
            }
            at++;
            if (at >= text.Length || !"'{}\\".Contains(text[at])) return null;
            if (text[at] is '{' or '}') read.Append('\\');
            read.Append(text[at]);
        }
        return null;
    }

    private static int Skip(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }
}

/// <summary>One of the three: a literal, a path, a call.</summary>
internal sealed record IntrinsicArgument(Value? Literal, PathExpression? Path, IntrinsicCall? Call);
