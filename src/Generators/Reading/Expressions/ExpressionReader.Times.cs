using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

internal sealed partial class ExpressionReader
{
    private Expr ReadTimeCall(IInvocationOperation call, Expr? owner, IReadOnlyList<Expr> arguments, IReadScope scope)
    {
        var name = call.TargetMethod.Name;
        switch (call.TargetMethod.ContainingType.FullName())
        {
            case "System.TimeProvider" when name == "GetUtcNow":
                return Times.Now;
            case "System.DateTimeOffset" when owner is not null && Unit(name) is { } unit && name.StartsWith("Add", StringComparison.Ordinal):
                return Shift(owner, Whole(Times.Scale(arguments[0], unit), call.Arguments[0].Value));
            case "System.DateTimeOffset" when owner is null && name == "Parse":
                return ReadTimeParse(call, arguments[0], scope);
            case "System.DateTimeOffset" when owner is not null && name == "Add":
                return Shift(owner, arguments[0]);
            case "System.DateTimeOffset" when owner is not null && name == "Subtract":
                return arguments[0].Type.Kind == JsonKind.Time ? Difference(owner, arguments[0]) : Shift(owner, Negative(arguments[0]));
            case "System.DateTimeOffset" when owner is not null && name == "ToUniversalTime":
                return owner.Type.IsUtc ? owner : Times.FromMilliseconds(Times.Milliseconds(owner), JsonType.UtcTime);
            case "System.DateTimeOffset" when owner is not null && name == "ToUnixTimeSeconds":
                var seconds = new BinaryExpr(BinaryOperator.Divide, Times.Milliseconds(owner), ConstantExpr.Of(1000), JsonType.Number);
                return Call("floor", JsonType.Integer, seconds);
            case "System.DateTimeOffset" when owner is not null && name == "ToUnixTimeMilliseconds":
                return Times.Milliseconds(owner) with { Type = JsonType.Integer };
            case "System.DateTimeOffset" when name == "FromUnixTimeSeconds":
                return Times.FromMilliseconds(Times.Scale(arguments[0], 1000), JsonType.UtcTime);
            case "System.DateTimeOffset" when name == "FromUnixTimeMilliseconds":
                return Times.FromMilliseconds(arguments[0], JsonType.UtcTime);
            case "System.TimeSpan" when owner is null && name.StartsWith("From", StringComparison.Ordinal) && name != "FromTicks":
                return Duration(call, arguments);
            case "System.TimeSpan" when owner is not null && name is "Add" or "Subtract":
                return Times.Add(owner, name == "Add" ? arguments[0] : Negative(arguments[0]), JsonType.Duration);
            case "System.TimeSpan" when owner is not null && name == "Negate":
                return Negative(owner);
            case "System.TimeSpan" when owner is not null && name == "Duration":
                return Call("abs", JsonType.Duration, owner);
            case "System.TimeSpan" when owner is not null && name is "Multiply" or "Divide":
                var kind = name == "Multiply" ? BinaryOperatorKind.Multiply : BinaryOperatorKind.Divide;
                return ReadArithmetic(new(kind, false, call, call.Arguments[0].Value), owner, arguments[0], scope);
            default:
                return NoCounterpart(call, scope, "use AddMilliseconds to AddDays, +, -, comparisons, ToUnixTimeSeconds and the members of TimeSpan");
        }
    }

    // TimeSpan.FromMinutes(1, seconds: 30): one parameter per unit, each with its own scale.
    private static Expr Duration(IInvocationOperation call, IReadOnlyList<Expr> arguments)
    {
        Expr sum = new ConstantExpr(0L, JsonType.Duration);
        for (var i = 0; i < arguments.Count; i++)
        {
            var name = i == 0 ? call.TargetMethod.Name : call.TargetMethod.Parameters[i].Name;
            var part = Unit(name) is { } unit ? Times.Scale(arguments[i], unit) : new ConstantExpr(0L, JsonType.Duration);
            sum = sum is ConstantExpr { Value: 0L } ? part : Times.Add(sum, part, JsonType.Duration);
        }

        return sum;
    }

    // By the name's ending: AddMinutes, FromMinutes, minutes. Microseconds are below what a state machine's clock knows.
    private static long? Unit(string name) => name.ToLowerInvariant() switch
    {
        var n when n.EndsWith("milliseconds", StringComparison.Ordinal) => 1,
        var n when n.EndsWith("microseconds", StringComparison.Ordinal) => null,
        var n when n.EndsWith("seconds", StringComparison.Ordinal) => 1000,
        var n when n.EndsWith("minutes", StringComparison.Ordinal) => 60_000,
        var n when n.EndsWith("hours", StringComparison.Ordinal) => 3_600_000,
        var n when n.EndsWith("days", StringComparison.Ordinal) => 86_400_000,
        _ => null,
    };

    private Expr ReadTimeArithmetic(Arithmetic operation, Expr left, Expr right, IReadScope scope) => (operation.Kind, left.Type.Kind, right.Type.Kind) switch
    {
        (BinaryOperatorKind.Subtract, JsonKind.Time, JsonKind.Time) => LiftBoth(left, right, (_, _) => ConstantExpr.Null, Difference),
        (BinaryOperatorKind.Add, JsonKind.Time, JsonKind.Duration) => LiftBoth(left, right, (_, _) => ConstantExpr.Null, Shift),
        (BinaryOperatorKind.Subtract, JsonKind.Time, JsonKind.Duration) => LiftBoth(left, right, (_, _) => ConstantExpr.Null, (l, r) => Shift(l, Negative(r))),
        _ => NoCounterpart(operation.Whole, scope, "times can be subtracted from each other, and a TimeSpan added to them"),
    };

    // A time that moves keeps its offset, as it does in C#.
    private static Expr Shift(Expr time, Expr milliseconds) =>
        Times.FromMilliseconds(Times.Add(Times.Milliseconds(time), milliseconds, JsonType.Duration), time.Type.IsUtc ? JsonType.UtcTime : JsonType.Time);

    // A clock of whole milliseconds: what a `double` adds below them is dropped.
    private static Expr Whole(Expr milliseconds, IOperation amount) =>
        milliseconds is ConstantExpr { Value: long } || Unwrap(amount)?.Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64
            ? milliseconds
            : Call("floor", JsonType.Duration, milliseconds);

    private static Expr Difference(Expr later, Expr earlier) =>
        new BinaryExpr(BinaryOperator.Subtract, Times.Milliseconds(later), Times.Milliseconds(earlier), JsonType.Duration);

    private static Expr Negative(Expr duration) => duration is ConstantExpr { Value: long known }
        ? new ConstantExpr(-known, JsonType.Duration)
        : new BinaryExpr(BinaryOperator.Subtract, new ConstantExpr(0L, JsonType.Duration), duration, JsonType.Duration);
}
