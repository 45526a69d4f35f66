using System.Text;
using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

// Strings without regard to case, split strings, trimmed strings.
internal sealed partial class ExpressionReader
{
    private static bool IgnoresCase(IOperation mode) => mode is IFieldReferenceOperation { Field.Name: "OrdinalIgnoreCase" };

    // Both null are equal, as in C#.
    private Expr EqualTexts(Expr left, Expr right, IOperation? mode, IInvocationOperation call, IReadScope scope) =>
        mode is null || IsOrdinal(mode)
            ? Equal(left, right, call, scope)
            : LiftBoth(
                left,
                right,
                (l, r) => Logic.And(new NullTestExpr(l), new NullTestExpr(r)),
                (l, r) => Binary(BinaryOperator.Equal, Lower(l, call, scope, r), Lower(r, call, scope, l)));

    // Compared with ASCII text (but for k, whose other case is the Kelvin sign too) only ASCII letters matter.
    private static Expr Lower(Expr text, IInvocationOperation call, IReadScope scope, Expr? comparedWith = null)
    {
        if (text is ConstantExpr { Value: string known } && IsPlainAscii(known))
            return ConstantExpr.Of(known.ToLowerInvariant());
        if (comparedWith is not ConstantExpr { Value: string other } || !IsPlainAscii(other))
            scope.Report(ExpressionDescriptors.LetterCase, Spans.Narrowest(call));
        return Call("lowercase", JsonType.String, text);
    }

    private static bool IsPlainAscii(string text) => text.All(c => c < 128 && c is not ('k' or 'K'));

    private static CallExpr ChangeCase(string function, Expr text, IInvocationOperation call, IReadScope scope)
    {
        if (text.Type.Kind == JsonKind.String && text is not CallExpr { Function: "hash" })
            scope.Report(ExpressionDescriptors.LetterCase, Spans.Narrowest(call));
        return text is CallExpr { Function: "uppercase", Arguments: [CallExpr { Function: "hash" } hash] } && function == "lowercase" ? hash : Call(function, JsonType.String, text);
    }

    // s.Split(',', ';') ──▶ $split(s, /[,;]/)
    private Expr ReadSplit(IInvocationOperation call, Expr text, IReadOnlyList<Expr> arguments, IOperation? options, IReadScope scope)
    {
        IReadOnlyList<Expr>? given = arguments switch
        {
            [ArrayExpr { Items: var items }] when items.All(i => !i.IsSpread) => [.. items.Select(i => i.Value)],
            [var one] => [one],
            _ => null,
        };
        if (given is not [_, ..] || given.Any(g => g is not ConstantExpr { Value: string and not "" }))
            return NoCounterpart(call, scope, "split at constants that are not empty, without a number of parts");
        if (options is not null && options.ConstantValue.Value is not int)
            return NoCounterpart(call, scope, "the options are constants");

        var separators = given.Select(g => (string)((ConstantExpr)g).Value!).ToList();
        Expr separator = separators is [var only] ? ConstantExpr.Of(only) : new RegexExpr(string.Join("|", separators.Select(Escaped)));
        Expr parts = Call("split", JsonType.Array(JsonType.String), text, separator);
        var flags = options?.ConstantValue.Value as int? ?? 0;
        if ((flags & 2) != 0)
        {
            var part = NewBound("part", JsonType.String);
            parts = Call("map", parts.Type, parts, new LambdaExpr([part], Call("replace", JsonType.String, part, new RegexExpr(@"^\s+|\s+$"), ConstantExpr.Of(""))));
        }

        if ((flags & 1) != 0)
        {
            var part = NewBound("part", JsonType.String);
            parts = Call("filter", parts.Type, parts, new LambdaExpr([part], Binary(BinaryOperator.NotEqual, part, ConstantExpr.Of(""))));
        }

        return parts;
    }

    // s.Trim('-') ──▶ $replace(s, /^[\-]+|[\-]+$/, '')
    private static CallExpr? Trimmed(string method, Expr text, IReadOnlyList<Expr> arguments)
    {
        IReadOnlyList<Expr> given = arguments is [ArrayExpr { Items: var items }] ? [.. items.Select(i => i.Value)] : arguments;
        if (given.Count == 0 || given.Any(g => g is not ConstantExpr { Value: string { Length: 1 } }))
            return null;
        var characters = $"[{string.Concat(given.Select(g => Escaped((string)((ConstantExpr)g).Value!)))}]+";
        var pattern = method switch
        {
            "TrimStart" => $"^{characters}",
            "TrimEnd" => $"{characters}(?![\\s\\S])",
            _ => $"^{characters}|{characters}(?![\\s\\S])",
        };
        return Call("replace", JsonType.String, text, new RegexExpr(pattern), ConstantExpr.Of(""));
    }

    // s.IndexOf(p) ──▶ $contains(s, p) ? $length($substringBefore(s, p)) : -1
    private Expr IndexOf(IInvocationOperation call, Expr text, Expr part, IReadScope scope)
    {
        scope.Report(ExpressionDescriptors.TextPosition, Spans.Narrowest(call));
        return Once(text, "text", t => Once(part, "part", p => new ConditionalExpr(
            Call("contains", JsonType.Boolean, t, p),
            Call("length", JsonType.Integer, Call("substringBefore", JsonType.String, t, p)),
            ConstantExpr.Of(-1),
            JsonType.Integer)));
    }

    // string.Join(", ", a, b, c) ──▶ a & ', ' & b & ', ' & c
    private Expr JoinedParts(IInvocationOperation call, Expr separator, IReadScope scope)
    {
        IEnumerable<IOperation>? given = call.Arguments[1].Value switch
        {
            IArrayCreationOperation { Initializer.ElementValues: var values } => values,
            ICollectionExpressionOperation { Elements: var elements } => elements,
            _ => null,
        };
        if (given is null || separator is not ConstantExpr { Value: string or null } constant)
            return separator is InvalidExpr ? separator : NoCounterpart(call, scope, "join an array with a constant between its items");
        var between = ConstantExpr.Of(constant.Value as string ?? "");
        return Concat([.. given.SelectMany((value, index) => index == 0 ? new[] { ReadText(value, null, scope) } : [between, ReadText(value, null, scope)])]);
    }

    private static Expr ReadCharacterTest(IInvocationOperation call, IReadOnlyList<Expr> arguments, IReadScope scope)
    {
        var characters = call.TargetMethod.Name switch
        {
            "IsAsciiDigit" => "[0-9]",
            "IsAsciiLetter" => "[A-Za-z]",
            "IsAsciiLetterOrDigit" => "[A-Za-z0-9]",
            "IsAsciiLetterLower" => "[a-z]",
            "IsAsciiLetterUpper" => "[A-Z]",
            _ => null,
        };
        return characters is null
            ? NoCounterpart(call, scope, "of the tests of a character those for ASCII have a counterpart, such as char.IsAsciiDigit")
            : Call("contains", JsonType.Boolean, arguments[0], new RegexExpr(characters));
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var character in text)
        {
            if (character == '\\')
                escaped.Append(@"\x5c"); // JSONata takes a backslash before a bracket for an escape
            else if (character is '(' or ')' or '[' or ']' or '{' or '}' or '.' or '*' or '+' or '?' or '^' or '$' or '|' or '-')
                escaped.Append('\\').Append(character);
            else if (character < ' ')
                escaped.Append(@"\x").Append(((int)character).ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
            else
                escaped.Append(character);
        }

        return escaped.ToString();
    }
}
