using System.Globalization;
using Aot.Local.Json;

namespace Aot.Local.Asl.Evaluation;

/// <summary>Reads evaluated fields as what the language wants them to be, with the service's words when they are not.</summary>
internal static class FieldValues
{
    /// <summary>Reads a whole number within bounds.</summary>
    public static long Integer(this FieldTemplate template, EvaluationScope scope, long min, long max)
    {
        var value = template.Evaluate(scope);
        if (template is PathTemplate path) return Integer(path, value, max);
        if (value is not NumberValue { Number: var number } || number != Math.Floor(number)) throw Unexpected(template, "integer", value);
        if (number < min || number > max)
            throw StateFailure.Evaluation(template.Field, $"The {template.Field} field must be between {min} and {max}, but was: {value.ToJson()}");
        return (long)number;
    }

    /// <summary>Reads a number within bounds, decimal places allowed.</summary>
    public static double Number(this FieldTemplate template, EvaluationScope scope, double min, double max)
    {
        var value = template.Evaluate(scope);
        if (template is PathTemplate path)
        {
            var number = double.TryParse(PathText(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed : throw NoNumber(path, value, "float");
            return number >= min && number <= max ? number : throw OutOfBounds(path, string.Create(CultureInfo.InvariantCulture, $"between {min} and {max}"));
        }
        if (value is not NumberValue { Number: var given }) throw Unexpected(template, "number", value);
        if (given < min || given > max)
            throw StateFailure.Evaluation(
                template.Field, string.Create(CultureInfo.InvariantCulture, $"The {template.Field} field must be between {min} and {max}, but was: {value.ToJson()}"));
        return given;
    }

    /// <summary>Reads a whole number whose bounds others judge.</summary>
    public static long Unbounded(this FieldTemplate template, EvaluationScope scope) => template is PathTemplate path
        ? Whole(path, path.Evaluate(scope))
        : Integer(template, scope, long.MinValue, long.MaxValue);

    private static long Integer(PathTemplate path, Value value, long max)
    {
        var number = Whole(path, value);
        if (number < 0 && path.Field == "SecondsPath")
            throw StateFailure.Runtime($"The SecondsPath parameter references a negative value: {path.Path.Text} == {PathText(value)}");
        return number >= 0 && number <= max ? number : throw OutOfBounds(path, $"between 0 and {max}");
    }

    // JSONPath takes numbers in strings too, and has words of its own for what is none.
    private static long Whole(PathTemplate path, Value value)
    {
        if (long.TryParse(PathText(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        throw path.Field == "SecondsPath"
            ? StateFailure.Runtime($"The SecondsPath parameter cannot be parsed as a long value: {path.Path.Text} == {PathText(value)}")
            : NoNumber(path, value, "integer");
    }

    private static StateFailure NoNumber(PathTemplate path, Value value, string kind) =>
        StateFailure.Runtime($"The {path.Field} field refers to value \"{PathText(value)}\" which is not a valid {kind}: {path.Path.Text}");

    private static StateFailure OutOfBounds(PathTemplate path, string bounds) =>
        StateFailure.Runtime($"{path.Field.Replace("Path", "", StringComparison.Ordinal)} must be {bounds}.");

    private static string PathText(Value value) => value is StringValue { Text: var text } ? text : value.ToJson();

    /// <summary>Reads true or false.</summary>
    public static bool Boolean(this FieldTemplate template, EvaluationScope scope) =>
        template.Evaluate(scope) is var value && value is BooleanValue { Boolean: var boolean } ? boolean : throw Unexpected(template, "boolean", value);

    /// <summary>Reads a text.</summary>
    public static string Text(this FieldTemplate template, EvaluationScope scope) =>
        template.Evaluate(scope) is var value && value is StringValue { Text: var text } ? text : throw Unexpected(template, "string", value);

    /// <summary>Reads an array.</summary>
    public static ArrayValue Array(this FieldTemplate template, EvaluationScope scope) =>
        template.Evaluate(scope) is var value && value is ArrayValue array ? array : throw NotIterable(template, value);

    /// <summary>What a Map should iterate over is no array, nor an object where that would do.</summary>
    public static StateFailure NotIterable(FieldTemplate template, Value value) => template is PathTemplate { Path.Text: var text }
        ? StateFailure.Runtime($"Reference path \"{(text.StartsWith("$$", StringComparison.Ordinal) ? text[1..] : text)}\" must point to array.")
        : Unexpected(template, "array", value);

    /// <summary>Reads an RFC 3339 point in time; more than seven decimal places of a second are cut off.</summary>
    public static bool TryParseTimestamp(string text, out DateTimeOffset time)
    {
        time = default;
        // 2016-03-14T01:59:00Z: T and an offset are required.
        if (text.Length < 20 || text[10] != 'T' || !(text[^1] == 'Z' || text[^6] is '+' or '-')) return false;
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot >= 0)
        {
            var end = dot + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            const int MaxDecimals = 7;
            if (end - dot - 1 > MaxDecimals) text = string.Concat(text.AsSpan(0, dot + 1 + MaxDecimals), text.AsSpan(end));
        }
        return DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }

    private static StateFailure Unexpected(FieldTemplate template, string expected, Value value) =>
        StateFailure.Evaluation(
            template.Field,
            $"{Subject(template)} specified for the field '{template.Field}' returned an unexpected result type. Expected '{expected}', but was '{TypeName(value)}' for value: {(PayloadLimit.IsExceededBy(value) ? "(larger than a payload may be)" : value.ToJson())}");

    private static string Subject(FieldTemplate template) => template is ExpressionTemplate expression ? $"The JSONata expression '{expression.Text}'" : "The value";

    private static string TypeName(Value value) => value switch
    {
        NullValue => "null",
        BooleanValue => "boolean",
        NumberValue => "number",
        StringValue => "string",
        ArrayValue => "array",
        _ => "object",
    };
}
