using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

// Parts of times and durations, and times as text.
internal sealed partial class ExpressionReader
{
    private const long MillisecondsPerDay = 86_400_000;

    private Expr ReadTimeMember(IOperation operation, IPropertySymbol property, Expr owner, IReadScope scope)
    {
        if (owner.Type.Kind == JsonKind.Duration)
            return ReadDurationMember(operation, property, owner, scope);
        if (!owner.Type.IsUtc)
            return Invalid(scope, ExpressionDescriptors.LocalTime, Spans.Narrowest(operation), property.Name, "write value.ToUniversalTime() before it");

        return property.Name switch
        {
            "Year" => Part("[Y0001]"),
            "Month" => Part("[M01]"),
            "Day" => Part("[D01]"),
            "Hour" => Part("[H01]"),
            "Minute" => Part("[m01]"),
            "Second" => Part("[s01]"),
            "Millisecond" => Part("[f001]"),
            "DayOfWeek" => Text("[FNn]", Types.Read(property.Type)),
            "TimeOfDay" => Once(Times.Milliseconds(owner), "ms", ms =>
            {
                var days = Call("floor", JsonType.Integer, new BinaryExpr(BinaryOperator.Divide, ms, ConstantExpr.Of(MillisecondsPerDay), JsonType.Number));
                var midnight = new BinaryExpr(BinaryOperator.Multiply, days, ConstantExpr.Of(MillisecondsPerDay), JsonType.Duration);
                return new BinaryExpr(BinaryOperator.Subtract, ms, midnight, JsonType.Duration);
            }),
            _ => Invalid(
                scope,
                ExpressionDescriptors.LocalTime,
                Spans.Narrowest(operation),
                property.Name,
                "use Year, Month, Day, Hour, Minute, Second, Millisecond, DayOfWeek, TimeOfDay or ToUnixTimeSeconds()"),
        };

        Expr Text(string picture, JsonType type) => Call("fromMillis", type, Times.Milliseconds(owner), ConstantExpr.Of(picture));

        Expr Part(string picture) => Call("number", JsonType.Integer, Text(picture, JsonType.String));
    }

    // TotalHours counts, with a fraction; Hours is the part beside days and minutes, towards zero.
    private Expr ReadDurationMember(IOperation operation, IPropertySymbol property, Expr owner, IReadScope scope)
    {
        var isTotal = property.Name.StartsWith("Total", StringComparison.Ordinal);
        if (Unit(property.Name) is not { } unit || property.Name is "Microseconds" or "Nanoseconds")
            return NoCounterpart(operation, scope, "a state machine knows milliseconds; use Days to Milliseconds or TotalDays to TotalMilliseconds");
        if (isTotal)
            return unit == 1 ? owner with { Type = JsonType.Number } : new BinaryExpr(BinaryOperator.Divide, owner, ConstantExpr.Of(unit), JsonType.Number);

        var larger = property.Name switch { "Hours" => 24, "Minutes" or "Seconds" => 60, "Milliseconds" => 1000, _ => 0 };
        return Once(owner, "duration", duration =>
        {
            var whole = unit == 1
                ? Truncate(duration)
                : Truncate(new BinaryExpr(BinaryOperator.Divide, duration, ConstantExpr.Of(unit), JsonType.Number));
            return larger == 0 ? whole : new BinaryExpr(BinaryOperator.Remainder, whole, ConstantExpr.Of(larger), JsonType.Integer);
        });
    }

    // C# reads much else; what it reads as an instant without doubt is ISO 8601 with an offset.
    private Expr ReadTimeParse(IInvocationOperation call, Expr text, IReadScope scope)
    {
        if (!IsInvariant(call))
            return Invalid(scope, ExpressionDescriptors.Culture, Spans.Narrowest(call), Spans.Text(call), "pass CultureInfo.InvariantCulture");
        if (call.TargetMethod.Parameters.Length != 2 || text.Type.Kind != JsonKind.String)
            return NoCounterpart(call, scope, "write DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)");
        return Once(text, "text", t => new ConditionalExpr(
            Call("contains", JsonType.Boolean, t, new RegexExpr(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?(Z|[+\-][0-9]{2}:[0-9]{2})$")),
            Times.FromMilliseconds(FailingCall("toMillis", JsonType.Duration, t), JsonType.Time),
            new FailExpr("FormatException", JsonType.Time),
            JsonType.Time));
    }

    private static bool IsInvariant(IInvocationOperation call) =>
        call.Arguments.Any(a => IsFormat(a.Parameter) && Unwrap(a.Value) is IPropertyReferenceOperation { Property.Name: "InvariantCulture" });

    // new DateTimeOffset(2026, 1, 31, 8, 0, 0, TimeSpan.Zero) of constants is a constant.
    private Expr ReadNewTime(IObjectCreationOperation operation, IReadScope scope)
    {
        var numbers = operation.Arguments.OrderBy(a => a.Parameter!.Ordinal).Take(operation.Arguments.Length - 1).Select(a => a.Value.ConstantValue.Value as int?).ToList();
        if (operation.Arguments.IsEmpty)
            return Default(JsonType.Time);
        if (operation.Arguments.Length < 7 || numbers.Count > 7 || numbers.Any(n => n is null))
            return NoCounterpart(operation, scope, "the parts of a new time are constants: new DateTimeOffset(2026, 1, 31, 8, 0, 0, TimeSpan.Zero)");
        if (Read(operation.Arguments[^1].Value, scope) is not ConstantExpr { Value: long offset })
            return NoCounterpart(operation, scope, "the offset of a new time is a constant, such as TimeSpan.Zero");
        try
        {
            var parts = numbers.Select(n => n!.Value).ToArray();
            var time = new DateTimeOffset(
                parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts.Length > 6 ? parts[6] : 0, TimeSpan.FromMilliseconds(offset));
            var text = time.ToString(offset == 0 ? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fffzzz", System.Globalization.CultureInfo.InvariantCulture);
            return new ConstantExpr(text, offset == 0 ? JsonType.UtcTime : JsonType.Time);
        }
        catch (ArgumentException)
        {
            return NoCounterpart(operation, scope, "there is no such time");
        }
    }

    private static Expr? ReadNewDuration(IObjectCreationOperation operation, IReadOnlyList<Expr> parts)
    {
        long[]? units = parts.Count switch
        {
            3 => [3_600_000, 60_000, 1000],
            4 => [MillisecondsPerDay, 3_600_000, 60_000, 1000],
            5 => [MillisecondsPerDay, 3_600_000, 60_000, 1000, 1],
            _ => null,
        };
        if (units is null || operation.Arguments.Any(a => a.Parameter?.Type.SpecialType != SpecialType.System_Int32))
            return null;
        return parts.Select((p, i) => Times.Scale(p, units[i])).Aggregate((sum, part) => Times.Add(sum, part, JsonType.Duration));
    }

    // Only what does not depend on the offset that the time was given with, unless it is UTC.
    private static Expr TimeText(Expr value, string? format, IOperation operation, IReadScope scope)
    {
        var location = operation.Syntax.GetLocation();
        if (TimePicture(format) is not { } picture)
            return Invalid(scope, ExpressionDescriptors.NeedsFormat, location, "DateTimeOffset", "add one of the formats u, s, or of yyyy MM dd HH mm ss fff such as yyyy-MM-dd");
        if (format != "u" && !value.Type.IsUtc)
            return Invalid(scope, ExpressionDescriptors.LocalTime, location, Spans.Text(operation), "use the format u, or write value.ToUniversalTime()");
        return Call("fromMillis", JsonType.String, Times.Milliseconds(value), ConstantExpr.Of(picture));
    }

    // yyyy-MM-dd ──▶ [Y0001]-[M01]-[D01]
    private static string? TimePicture(string? format)
    {
        if (format is null or { Length: < 2 })
        {
            return format switch
            {
                "u" => "[Y0001]-[M01]-[D01] [H01]:[m01]:[s01]Z",
                "s" => "[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01]",
                _ => null,
            };
        }

        var picture = new System.Text.StringBuilder();
        for (var i = 0; i < format.Length;)
        {
            if (format[i] == '\'' && format.IndexOf('\'', i + 1) is > 0 and var end)
            {
                picture.Append(format.Substring(i + 1, end - i - 1).Replace("[", "[[").Replace("]", "]]"));
                i = end + 1;
                continue;
            }

            var run = format.Skip(i).TakeWhile(c => c == format[i]).Count();
            var part = new string(format[i], run) switch
            {
                "yyyy" => "[Y0001]",
                "MM" => "[M01]",
                "dd" => "[D01]",
                "HH" => "[H01]",
                "mm" => "[m01]",
                "ss" => "[s01]",
                "fff" => "[f001]",
                var literal when literal[0] is '-' or ' ' or '.' or ',' or ':' or '_' or 'T' or 'Z' => literal,
                _ => null,
            };
            if (part is null)
                return null;
            picture.Append(part);
            i += run;
        }

        return picture.ToString();
    }
}
