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
        if (mode is not null && !IsOrdinal(mode) && !IgnoresCase(mode))
            return Invalid(scope, ExpressionDescriptors.Culture, Spans.Narrowest(call), Spans.Text(call), "pass StringComparison.Ordinal or OrdinalIgnoreCase");
        if (mode is null && IsCultural(call))
            return Invalid(scope, ExpressionDescriptors.Culture, Spans.Narrowest(call), Spans.Text(call), Ordinal(name));

        var options = call.Arguments.FirstOrDefault(a => a.Parameter?.Type.Name == "StringSplitOptions")?.Value;
        var arguments = InOrder(call).Where(a => a.Value != mode && a.Value != options).Select(a => Read(a.Value, scope)).ToList();
        if (arguments.Any(a => a is InvalidExpr))
            return new InvalidExpr();
        if (name == "Equals" && arguments is [var equal])
            return EqualTexts(owner, equal, mode, call, scope);
        if (name == "Split")
            return ReadSplit(call, owner, arguments, options, scope);
        if (name != "Replace")
            arguments = [.. arguments.Select(a => Require(a, "ArgumentNullException"))];
        if (mode is not null && IgnoresCase(mode))
        {
            if (name is not ("Contains" or "StartsWith" or "EndsWith" or "IndexOf"))
                return NoCounterpart(call, scope, "only Equals, Contains, StartsWith, EndsWith and IndexOf ignore case there");
            owner = Lower(owner, call, scope, arguments[0]);
            arguments = [Lower(arguments[0], call, scope), .. arguments.Skip(1)];
        }

        return (name, arguments) switch
        {
            ("Contains", [var part]) => Call("contains", JsonType.Boolean, owner, part),
            ("StartsWith", [var part]) => Once(part, "part", p => StartsWith(owner, p)),
            ("EndsWith", [var part]) => Once(owner, "text", t => Once(part, "part", p => EndsWith(t, p))),
            ("Replace", [ConstantExpr { Value: string and not "" } old, ConstantExpr { Value: null }]) => Call("replace", JsonType.String, owner, old, ConstantExpr.Of("")),
            ("Replace", [ConstantExpr { Value: string and not "" } old, var other]) => Call("replace", JsonType.String, owner, old, Require(other)),
            ("Trim", []) => Call("replace", JsonType.String, owner, new RegexExpr(@"^\s+|\s+$"), ConstantExpr.Of("")),
            ("TrimStart", []) => Call("replace", JsonType.String, owner, new RegexExpr(@"^\s+"), ConstantExpr.Of("")),
            ("TrimEnd", []) => Call("replace", JsonType.String, owner, new RegexExpr(@"\s+$"), ConstantExpr.Of("")),
            ("Trim" or "TrimStart" or "TrimEnd", _) when Trimmed(name, owner, arguments) is { } trimmed => trimmed,
            ("ToUpperInvariant", []) => ChangeCase("uppercase", owner, call, scope),
            ("ToLowerInvariant", []) => ChangeCase("lowercase", owner, call, scope),
            ("IndexOf", [var part]) => IndexOf(call, owner, part, scope),
            ("PadLeft", [ConstantExpr { Value: long width }, ..]) => Pad(owner, -width, arguments),
            ("PadRight", [ConstantExpr { Value: long width }, ..]) => Pad(owner, width, arguments),
            ("Substring", [var start]) => Substring(call, owner, start, null, scope),
            ("Substring", [var start, var length]) => Substring(call, owner, start, length, scope),
            ("Replace", [not ConstantExpr, ..]) => NoCounterpart(call, scope, "the text to replace is a constant that is not empty"),
            _ => NoCounterpart(call, scope, Advice.Text(name)),
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
            case "Concat" when call.Arguments is [{ Value: var all }]:
                return Require(Read(all, scope), "ArgumentNullException") is { Type.Kind: JsonKind.Array } texts
                    ? Joined(texts, ConstantExpr.Of(""), all, scope)
                    : NoCounterpart(call, scope, "join an array or list of strings");
            case "Join" when call.Arguments.Length == 2:
                return ReadJoin(call, scope);
            case "Equals" when call.Arguments is [_, _] || (call.Arguments is [_, _, { Value: var mode }] && (IsOrdinal(mode) || IgnoresCase(mode))):
                var left = Read(call.Arguments[0].Value, scope);
                var right = Read(call.Arguments[1].Value, scope);
                return left is InvalidExpr || right is InvalidExpr
                    ? new InvalidExpr()
                    : EqualTexts(left, right, call.Arguments.Length > 2 ? call.Arguments[2].Value : null, call, scope);
            case "Compare" or "Equals":
                return Invalid(scope, ExpressionDescriptors.Culture, Spans.Narrowest(call), Spans.Text(call), "compare with ==, or string.CompareOrdinal(a, b) < 0");
            default:
                return NoCounterpart(call, scope, call.TargetMethod.Name == "Format" ? Advice.Text("Format") : "use $\"…\", string.Join, string.Concat, string.Equals, string.IsNullOrEmpty or string.CompareOrdinal(a, b) < 0");
        }
    }

    private Expr ReadJoin(IInvocationOperation call, IReadScope scope)
    {
        var separator = Read(call.Arguments[0].Value, scope);
        if (call.Arguments[1].ArgumentKind is ArgumentKind.ParamArray or ArgumentKind.ParamCollection)
            return JoinedParts(call, separator, scope);
        var items = Read(call.Arguments[1].Value, scope);
        if (separator is InvalidExpr || items is InvalidExpr)
            return new InvalidExpr();
        return items.Type.Kind == JsonKind.Array
            ? Joined(Require(items, "ArgumentNullException"), separator is ConstantExpr { Value: null } ? ConstantExpr.Of("") : Require(separator), call.Arguments[1].Value, scope)
            : NoCounterpart(call, scope, "join an array or list");
    }

    // Null is written as nothing, and what is no text as its text.
    private Expr Joined(Expr items, Expr separator, IOperation source, IReadScope scope)
    {
        var element = items.Type.Element!;
        if (!element.IsText || element.IsNullable)
        {
            var item = NewBound("item", element);
            var text = Text(item.NotNull(), null, source, scope);
            if (text is InvalidExpr)
                return text;
            if (element.IsNullable)
                text = new ConditionalExpr(new NullTestExpr(item, IsNotNull: true), text, ConstantExpr.Of(""), JsonType.String);
            items = Call("map", JsonType.Array(JsonType.String), items, new LambdaExpr([item], text));
        }

        return Call("join", JsonType.String, items, separator);
    }

    private Expr NullOr(Expr text, Func<Expr, Expr> test) =>
        Once(text, "text", t => Logic.Or(t.Type.IsNullable ? new NullTestExpr(t) : ConstantExpr.False, test(t.NotNull())));

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
        "StartsWith" or "EndsWith" or "IndexOf" => call.Arguments[0].Value.Type?.SpecialType == SpecialType.System_String,
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
