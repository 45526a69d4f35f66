using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Reading.Expressions;

/// <summary>Points in time are ISO 8601 text where they are kept, and milliseconds since 1970 where they are computed with.</summary>
internal static class Times
{
    public static readonly Expr Now = new CallExpr("now", [], JsonType.UtcTime, CallTraits.IsVolatile);

    private static readonly Expr _nowMilliseconds = new CallExpr("millis", [], JsonType.Duration, CallTraits.IsVolatile);

    /// <summary>A point in time as milliseconds since 1970.</summary>
    public static Expr Milliseconds(Expr time) => time switch
    {
        CallExpr { Function: "now" } => _nowMilliseconds,
        CallExpr { Function: "fromMillis", Arguments: [var milliseconds] } => milliseconds,
        _ => new CallExpr("toMillis", [time], JsonType.Duration),
    };

    /// <summary>Milliseconds since 1970 as a point in time.</summary>
    /// <param name="milliseconds">Milliseconds.</param>
    /// <param name="type">Says whether C# would give it the offset zero.</param>
    public static Expr FromMilliseconds(Expr milliseconds, JsonType? type = null) =>
        milliseconds is CallExpr { Function: "millis" } ? Now : new CallExpr("fromMillis", [milliseconds], type ?? JsonType.Time);

    /// <summary>A number of some unit as milliseconds.</summary>
    public static Expr Scale(Expr amount, long millisecondsPerUnit) => amount switch
    {
        ConstantExpr { Value: long number } => new ConstantExpr(number * millisecondsPerUnit, JsonType.Duration),
        ConstantExpr { Value: double number } => Whole(number * millisecondsPerUnit),
        _ when millisecondsPerUnit == 1 => amount with { Type = JsonType.Duration },
        _ => new BinaryExpr(BinaryOperator.Multiply, amount, ConstantExpr.Of(millisecondsPerUnit), JsonType.Duration),
    };

    /// <summary>Sum of two numbers of milliseconds, minus signs in front.</summary>
    public static Expr Add(Expr left, Expr right, JsonType type) => (left, right) switch
    {
        (ConstantExpr { Value: long l }, ConstantExpr { Value: long r }) => new ConstantExpr(l + r, type),
        (_, ConstantExpr { Value: 0L }) => left with { Type = type },
        (_, ConstantExpr { Value: long and < 0 and var negative }) =>
            new BinaryExpr(BinaryOperator.Subtract, left, new ConstantExpr(-negative, JsonType.Duration), type),
        _ => new BinaryExpr(BinaryOperator.Add, left, right, type),
    };

    /// <summary>A duration in whole seconds, rounded up, for a Wait state.</summary>
    /// <param name="duration">Milliseconds.</param>
    /// <param name="mayRound">True where the duration may have a fraction of a second.</param>
    public static Expr WholeSeconds(Expr duration, out bool mayRound)
    {
        mayRound = false;
        switch (duration)
        {
            case ConstantExpr { Value: long milliseconds }:
                mayRound = milliseconds % 1000 != 0;
                return ConstantExpr.Of((milliseconds + (mayRound && milliseconds > 0 ? 999 : 0)) / 1000);
            case BinaryExpr { Operator: BinaryOperator.Multiply, Left.Type.Kind: JsonKind.Integer, Right: ConstantExpr { Value: long unit } } product when unit % 1000 == 0:
                return unit == 1000 ? product.Left : new BinaryExpr(BinaryOperator.Multiply, product.Left, ConstantExpr.Of(unit / 1000), JsonType.Integer);
            default:
                mayRound = true;
                var seconds = new BinaryExpr(BinaryOperator.Divide, duration, ConstantExpr.Of(1000), JsonType.Number);
                return new CallExpr("ceil", [seconds], JsonType.Integer);
        }
    }

    private static ConstantExpr Whole(double milliseconds) =>
        milliseconds == Math.Floor(milliseconds) ? new ConstantExpr((long)milliseconds, JsonType.Duration) : new ConstantExpr(milliseconds, JsonType.Duration);
}
