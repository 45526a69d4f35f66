using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

// Math, and numbers read from text.
internal sealed partial class ExpressionReader
{
    private const string Blanks = @"[\t-\r ]*"; // what int.Parse allows around a number

    private Expr ReadMath(IInvocationOperation call, IReadOnlyList<Expr> arguments, IReadScope scope)
    {
        if (arguments.Any(a => a.Type.Kind == JsonKind.Decimal))
            return Invalid(scope, ExpressionDescriptors.DecimalArithmetic, Spans.Narrowest(call));
        var isToEven = call.Arguments.Any(a => a.Parameter?.Type.Name == "MidpointRounding");
        if (isToEven)
        {
            if (call.Arguments[^1].Value.ConstantValue.Value is not 0)
                return NoCounterpart(call, scope, "there is only rounding of halves to even: Math.Round(x) or MidpointRounding.ToEven");
            arguments = [.. arguments.Take(arguments.Count - 1)];
        }

        if (arguments.Any(a => a.Type.Kind is not (JsonKind.Integer or JsonKind.Number)))
            return NoCounterpart(call, scope, "Math works on int, long and double there");

        var type = Types.Read(call.Type!);
        switch (call.TargetMethod.Name, arguments)
        {
            case ("Abs", [var x]):
                return Call("abs", type, x);
            case ("Floor", [var x]):
                return Call("floor", type, x);
            case ("Ceiling", [var x]):
                return Call("ceil", type, x);
            case ("Round", [var x]):
                return Call("round", type, x);
            case ("Round", [var x, ConstantExpr { Value: long and >= 0 } digits]):
                return Call("round", type, x, digits);
            case ("Truncate", [var x]):
                return Once(x, "n", n => Truncate(n) with { Type = JsonType.Number });
            case ("Sqrt", [var x]):
                return FailingCall("sqrt", type, x);
            case ("Pow", [var x, var y]):
                return FailingCall("power", type, x, y);
            case ("Min" or "Max", [var x, var y]):
                return Pick(call.TargetMethod.Name.ToLowerInvariant(), type, x, y);
            case ("Clamp", [var x, var low, var high]):
                return ReadClamp(x, low, high, type);
            case ("Sign", [var x]):
                return Once(x, "n", n => new ConditionalExpr(
                    Binary(BinaryOperator.Greater, n, ConstantExpr.Of(0)),
                    ConstantExpr.Of(1),
                    new ConditionalExpr(Binary(BinaryOperator.Less, n, ConstantExpr.Of(0)), ConstantExpr.Of(-1), ConstantExpr.Of(0), JsonType.Integer),
                    JsonType.Integer));
            case ("IsEvenInteger", [var x]) when x.Type.Kind == JsonKind.Integer:
                return Binary(BinaryOperator.Equal, new BinaryExpr(BinaryOperator.Remainder, x, ConstantExpr.Of(2), JsonType.Integer), ConstantExpr.Of(0));
            case ("IsOddInteger", [var x]) when x.Type.Kind == JsonKind.Integer:
                return Binary(BinaryOperator.NotEqual, new BinaryExpr(BinaryOperator.Remainder, x, ConstantExpr.Of(2), JsonType.Integer), ConstantExpr.Of(0));
            default:
                return NoCounterpart(call, scope, Advice.Math(call.TargetMethod.Name));
        }
    }

    // Math.Clamp(x, low, high) ──▶ $max([low, $min([x, high])]), after a test of limits that are not known
    private Expr ReadClamp(Expr x, Expr low, Expr high, JsonType type)
    {
        if (low is ConstantExpr { Value: long least } && high is ConstantExpr { Value: long most } && least <= most)
            return Pick("max", type, low, Pick("min", type, x, high));
        return Once(low, "low", l => Once(high, "high", h => new ConditionalExpr(
            Binary(BinaryOperator.LessOrEqual, l, h),
            Pick("max", type, l, Pick("min", type, x, h)),
            new FailExpr("ArgumentException", type),
            type)));
    }

    private static CallExpr Pick(string function, JsonType type, Expr left, Expr right) =>
        Call(function, type, new ArrayExpr([new ArrayItem(left), new ArrayItem(right)], JsonType.Array(type)));

    private Expr ReadParse(IInvocationOperation call, Expr text, IReadScope scope)
    {
        var type = call.TargetMethod.ContainingType;
        if (call.TargetMethod.Parameters.Any(p => p.Type.TypeKind == TypeKind.Enum) || text.Type.Kind != JsonKind.String)
            return NoCounterpart(call, scope, "only Parse(text) reads numbers as JSON writes them");
        if (type.FullName() == "System.Guid")
            return ReadGuidParse(text);
        if (type.SpecialType == SpecialType.System_Double && !IsInvariant(call))
            return Invalid(scope, ExpressionDescriptors.Culture, Spans.Narrowest(call), Spans.Text(call), "pass CultureInfo.InvariantCulture");

        // $number also reads 0x10, and for whole numbers 1.5 and 1e3, at which Parse fails; it does not read the blanks and the plus that Parse takes.
        var digits = type.SpecialType == SpecialType.System_Double ? @"[0-9]+(\.[0-9]+)?([eE][+\-]?[0-9]+)?" : "[0-9]+";
        var json = type.SpecialType == SpecialType.System_Double ? JsonType.Number : JsonType.Integer;
        var number = Once(text, "text", t => new ConditionalExpr(
            Call("contains", JsonType.Boolean, t, new RegexExpr($"^{Blanks}[+\\-]?{digits}{Blanks}$")),
            FailingCall("number", json, Call("replace", JsonType.String, t, new RegexExpr(@"[\t-\r +]"), ConstantExpr.Of(""))),
            new FailExpr("FormatException", json),
            json));
        return InRange(number, type);
    }

    private Expr ReadGuidParse(Expr text) => Once(text, "text", t => new ConditionalExpr(
        Call("contains", JsonType.Boolean, t, new RegexExpr("^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$")),
        Call("lowercase", JsonType.Guid, t),
        new FailExpr("FormatException", JsonType.Guid),
        JsonType.Guid));
}
