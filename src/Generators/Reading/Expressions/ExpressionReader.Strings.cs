using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

internal sealed partial class ExpressionReader
{
    private Expr ReadStringCall(IInvocationOperation call, Expr? owner, IReadScope scope)
    {
        if (owner is null)
            return ReadStaticStringCall(call, scope);

        var mode = call.Arguments.FirstOrDefault(a => a.Parameter?.Type.Name == "StringComparison")?.Value;
        var name = call.TargetMethod.Name;
        if (mode is not null && !IsOrdinal(mode))
            return Invalid(scope, ExpressionDescriptors.Culture, Spans.Narrowest(call), Spans.Text(call), "pass StringComparison.Ordinal");
        if (mode is null && IsCultural(call))
            return Invalid(scope, ExpressionDescriptors.Culture, Spans.Narrowest(call), Spans.Text(call), Ordinal(name));

        var arguments = InOrder(call).Where(a => a.Value != mode).Select(a => Read(a.Value, scope)).ToList();
        if (arguments.Any(a => a is InvalidExpr))
            return new InvalidExpr();
        if (name != "Replace")
            arguments = [.. arguments.Select(a => Require(a, "ArgumentNullException"))];
        return (name, arguments) switch
        {
            ("Contains", [var part]) => Call("contains", JsonType.Boolean, owner, part),
            ("StartsWith", [var part]) => Once(part, "part", p => StartsWith(owner, p)),
            ("EndsWith", [var part]) => Once(owner, "text", t => Once(part, "part", p => EndsWith(t, p))),
            ("Replace", [ConstantExpr { Value: string and not "" } old, ConstantExpr { Value: null }]) => Call("replace", JsonType.String, owner, old, ConstantExpr.Of("")),
            ("Replace", [ConstantExpr { Value: string and not "" } old, var other]) => Call("replace", JsonType.String, owner, old, Require(other)),
            ("Split", [ConstantExpr { Value: string and not "" } separator]) => Split(owner, separator),
            ("Split", [ConstantExpr { Value: string and not "" } separator, ConstantExpr { Type.Kind: JsonKind.Enum, Value: "None" }]) => Split(owner, separator),
            ("Split", [ArrayExpr { Items: [{ Value: ConstantExpr { Value: string } separator, IsSpread: false }] }]) => Split(owner, separator),
            ("Trim", []) => Call("replace", JsonType.String, owner, new RegexExpr(@"^\s+|\s+$"), ConstantExpr.Of("")),
            ("TrimStart", []) => Call("replace", JsonType.String, owner, new RegexExpr(@"^\s+"), ConstantExpr.Of("")),
            ("TrimEnd", []) => Call("replace", JsonType.String, owner, new RegexExpr(@"\s+$"), ConstantExpr.Of("")),
            ("ToUpperInvariant", []) => Call("uppercase", JsonType.String, owner),
            ("ToLowerInvariant", []) => Call("lowercase", JsonType.String, owner),
            ("PadLeft", [ConstantExpr { Value: long width }, ..]) => Pad(owner, -width, arguments),
            ("PadRight", [ConstantExpr { Value: long width }, ..]) => Pad(owner, width, arguments),
            ("Substring", [var start]) => Substring(call, owner, start, null, scope),
            ("Substring", [var start, var length]) => Substring(call, owner, start, length, scope),
            ("Equals", [var other]) => Binary(BinaryOperator.Equal, owner, other),
            _ => NoCounterpart(call, scope, "use Contains, StartsWith, EndsWith, Replace and Split of constants, Trim, PadLeft, Substring or ToUpperInvariant"),
        };
    }

    private Expr ReadStaticStringCall(IInvocationOperation call, IReadScope scope)
    {
        switch (call.TargetMethod.Name)
        {
            case "IsNullOrEmpty":
                return Read(call.Arguments[0].Value, scope) is { } text and not InvalidExpr
                    ? NullOr(text, t => Binary(BinaryOperator.Equal, t, ConstantExpr.Of("")))
                    : new InvalidExpr();
            case "IsNullOrWhiteSpace":
                return Read(call.Arguments[0].Value, scope) is { } blank and not InvalidExpr
                    ? NullOr(blank, t => Logic.Not(Call("contains", JsonType.Boolean, t, new RegexExpr(@"\S"))))
                    : new InvalidExpr();
            case "Concat" when call.Arguments.All(a => a.Parameter?.Type.SpecialType == SpecialType.System_String):
                return Concat([.. InOrder(call).Select(a => ReadText(a.Value, null, scope))]);
            case "Join" when call.Arguments.Length == 2:
                return ReadJoin(call, scope);
            case "Equals" when call.Arguments is [var a, var b] || (call.Arguments is [_, _, { Value: var mode }] && IsOrdinal(mode)):
                var left = Read(call.Arguments[0].Value, scope);
                var right = Read(call.Arguments[1].Value, scope);
                return left is InvalidExpr || right is InvalidExpr ? new InvalidExpr() : Equal(left, right, call, scope);
            case "Compare" or "Equals":
                return Invalid(scope, ExpressionDescriptors.Culture, Spans.Narrowest(call), Spans.Text(call), "compare with ==, or string.CompareOrdinal(a, b) < 0");
            default:
                return NoCounterpart(call, scope, "use $\"…\", string.Join, string.IsNullOrEmpty or string.CompareOrdinal(a, b) < 0");
        }
    }

    private Expr ReadJoin(IInvocationOperation call, IReadScope scope)
    {
        var separator = Read(call.Arguments[0].Value, scope);
        var items = Read(call.Arguments[1].Value, scope);
        if (separator is InvalidExpr || items is InvalidExpr)
            return new InvalidExpr();
        if (items.Type is not { Kind: JsonKind.Array, Element: { } element })
            return NoCounterpart(call, scope, "join an array or list");

        items = Require(items, "ArgumentNullException");
        if (!element.IsText || element.IsNullable)
        {
            var item = NewBound("item", element);
            var text = Text(item.NotNull(), null, call.Arguments[1].Value, scope);
            if (text is InvalidExpr)
                return text;
            if (element.IsNullable)
                text = new ConditionalExpr(new NullTestExpr(item, IsNotNull: true), text, ConstantExpr.Of(""), JsonType.String);
            items = Call("map", JsonType.Array(JsonType.String), items, new LambdaExpr([item], text));
        }

        return Call("join", JsonType.String, items, separator is ConstantExpr { Value: null } ? ConstantExpr.Of("") : Require(separator));
    }

    private Expr NullOr(Expr text, Func<Expr, Expr> test) =>
        Once(text, "text", t => Logic.Or(t.Type.IsNullable ? new NullTestExpr(t) : ConstantExpr.False, test(t.NotNull())));

    private static CallExpr Split(Expr text, Expr separator) => Call("split", JsonType.Array(JsonType.String), text, separator);

    private static BinaryExpr StartsWith(Expr text, Expr part) =>
        Binary(BinaryOperator.Equal, Call("substring", JsonType.String, text, ConstantExpr.Of(0), Length(part)), part);

    private static Expr Length(Expr text) =>
        text is ConstantExpr { Value: string known } ? ConstantExpr.Of(CodePoints(known)) : Call("length", JsonType.Integer, text);

    private static int CodePoints(string text) => text.Where((c, i) => !char.IsLowSurrogate(c) || i == 0 || !char.IsHighSurrogate(text[i - 1])).Count();

    // A start below zero would count from the end, so a part longer than the text is told apart first.
    private static Expr EndsWith(Expr text, Expr part)
    {
        if (part is ConstantExpr { Value: "" })
            return ConstantExpr.True;
        var rest = new BinaryExpr(BinaryOperator.Subtract, Length(text), Length(part), JsonType.Integer);
        var end = Call("substring", JsonType.String, text, rest, Length(part));
        return Logic.And(
            Binary(BinaryOperator.GreaterOrEqual, Length(text), Length(part)),
            Binary(BinaryOperator.Equal, end, part));
    }

    private static Expr Pad(Expr text, long width, IReadOnlyList<Expr> arguments) =>
        Call("pad", JsonType.String, [text, ConstantExpr.Of(width), .. arguments.Skip(1)]);

    private Expr Substring(IInvocationOperation call, Expr text, Expr start, Expr? length, IReadScope scope)
    {
        scope.Report(ExpressionDescriptors.TextPosition, Spans.Narrowest(call));
        return Once(text, "text", t => Once(start, "start", s => length is null
            ? Inside(t, s, ConstantExpr.Of(0), Length(t), "ArgumentOutOfRangeException")
            : Once(length, "n", n => Inside(t, s, n, n, "ArgumentOutOfRangeException"))));
    }

    private Expr ReadCharacter(IOperation operation, Expr text, Expr position, IReadScope scope)
    {
        scope.Report(ExpressionDescriptors.TextPosition, operation.Syntax.GetLocation());
        return Once(text, "text", t => Once(position, "i", i => Inside(t, i, ConstantExpr.Of(1), ConstantExpr.Of(1), "IndexOutOfRangeException")));
    }

    // C# fails where the part lies outside; JSONata would cut it short.
    private static Expr Inside(Expr text, Expr start, Expr needed, Expr taken, string exception)
    {
        var end = start is ConstantExpr { Value: 0L } ? needed : Times.Add(start, needed, JsonType.Integer);
        var isInside = Logic.And(
            Logic.And(AtLeastZero(start), AtLeastZero(needed)),
            Binary(BinaryOperator.LessOrEqual, end, Length(text)));
        return new ConditionalExpr(isInside, Call("substring", JsonType.String, text, start, taken), new FailExpr(exception, JsonType.String), JsonType.String);
    }

    private static Expr AtLeastZero(Expr number) =>
        number is ConstantExpr { Value: long and >= 0 } ? ConstantExpr.True : Binary(BinaryOperator.GreaterOrEqual, number, ConstantExpr.Of(0));

    private static bool IsOrdinal(IOperation mode) => mode is IFieldReferenceOperation { Field.Name: "Ordinal" };

    private static bool IsCultural(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "StartsWith" or "EndsWith" => call.Arguments[0].Value.Type?.SpecialType == SpecialType.System_String,
        "ToUpper" or "ToLower" or "CompareTo" => true,
        _ => false,
    };

    private static string Ordinal(string method) => method switch
    {
        "ToUpper" or "ToLower" => $"write {method}Invariant()",
        "CompareTo" => "write string.CompareOrdinal(a, b) < 0",
        _ => "pass StringComparison.Ordinal",
    };
}
