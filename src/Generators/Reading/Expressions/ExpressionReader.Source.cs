using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Aot.Generators.Jsonata;
using Aot.Generators.Jsonata.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Aot.Generators.Reading.Expressions;

// Jsonata.Eval<T>("…", new { … }): the author's own JSONata.
internal sealed partial class ExpressionReader
{
    private static readonly HashSet<string> _volatileFunctions = ["now", "millis", "random", "shuffle", "uuid"];

    private Expr ReadSource(IInvocationOperation call, IReadScope scope)
    {
        var arguments = call.Arguments.ToDictionary(a => a.Parameter!.Name, a => a.Value);
        var text = arguments["text"];
        if (text.ConstantValue is not { HasValue: true, Value: string constant })
            return Invalid(scope, ExpressionDescriptors.Source, text.Syntax.GetLocation(), "", "the text is a constant, read when the workflow is compiled");
        if (Given(arguments["variables"], scope) is not { } given)
            return NoCounterpart(arguments["variables"], scope, "the variables are the members of a new anonymous object: new { orders }");
        if (given.Any(g => g.Value is InvalidExpr))
            return new InvalidExpr();

        JsonataSource source;
        try
        {
            source = JsonataParser.Parse(constant);
        }
        catch (JsonataSourceException problem)
        {
            return SourceProblem(text, constant, problem.Position, problem.Message, scope);
        }

        if (Unknown(source, given) is var (token, reason))
            return SourceProblem(text, constant, token.Position, reason, scope);
        var type = Types.Read(call.Type!);
        return type.Kind == JsonKind.Unknown
            ? Invalid(scope, ExpressionDescriptors.NotJson, Spans.Narrowest(call), call.Type!.Name, Types.Problem(call.Type!) ?? "it has no JSON form")
            : Bound(source, given, type);
    }

    private List<(string Name, Expr Value)>? Given(IOperation variables, IReadScope scope) => Unwrap(variables) switch
    {
        { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation => [],
        IAnonymousObjectCreationOperation creation =>
        [
            .. creation.Initializers.OfType<ISimpleAssignmentOperation>()
                .Select(a => (((IPropertyReferenceOperation)a.Target).Property.Name, Read(a.Value, scope))),
        ],
        _ => null,
    };

    private static (JsonataToken Token, string Reason)? Unknown(JsonataSource source, IReadOnlyList<(string Name, Expr Value)> given)
    {
        foreach (var token in source.Free)
        {
            if (given.Any(g => g.Name == token.Text))
            {
                if (JsonataNames.IsReserved(token.Text))
                    return (token, $"'${token.Text}' is a function of JSONata; give the member of the variables another name");
            }
            else if (token.Text is "eval" or "states" || !JsonataNames.IsReserved(token.Text))
            {
                return (token, token.Text == "eval" ? "Step Functions has no $eval; read JSON with $parse"
                    : $"'${token.Text}' is not given; add it to the variables: new {{ {token.Text} }}");
            }
        }

        return source.Tokens.FirstOrDefault(t => t.Kind == JsonataTokenKind.Variable && source.BoundNames.Contains(t.Text) && given.Any(g => g.Name == t.Text)) is { } hidden
            ? (hidden, $"'${hidden.Text}' is given and bound by the text as well; give one of them another name")
            : null;
    }

    // Each variable is evaluated once, in the order of the C#, and the text stands behind them.
    private Expr Bound(JsonataSource source, IReadOnlyList<(string Name, Expr Value)> given, JsonType type)
    {
        var own = source.BoundNames.OrderBy(n => n, StringComparer.Ordinal).ToDictionary(n => n, n => NewBound(n, JsonType.Any), StringComparer.Ordinal);
        var variables = given.ToDictionary(g => g.Name, g => NewBound(g.Name, g.Value.Type), StringComparer.Ordinal);
        var pieces = source.Pieces().Select(p => p.Variable switch
        {
            null => new TextPiece(p.Text, null),
            var name when own.TryGetValue(name, out var bound) || variables.TryGetValue(name, out bound) => new TextPiece(p.Text, bound),
            var function => new TextPiece(p.Text + "$" + function, null),
        });
        var form = type.Kind != JsonKind.Array || source.IsArray ? source.IsPrimary ? TextForm.Operand : TextForm.Expression
            : type.Element is { Kind: JsonKind.Array or JsonKind.Tuple or JsonKind.Any or JsonKind.Unknown } ? TextForm.Arrays
            : TextForm.Items;
        var isVolatile = source.Free.Any(t => _volatileFunctions.Contains(t.Text));
        Expr text = new JsonataTextExpr(pieces.ToEquatableArray(), own.Values.ToEquatableArray(), form, isVolatile, type.Kind == JsonKind.Array ? type.NotNull() : type);
        if (type is { IsNullable: true, Kind: not JsonKind.Array })
        {
            text = Once(text, "result", result => new ConditionalExpr(
                new CallExpr("exists", [result], JsonType.Boolean), result, ConstantExpr.Null, type));
        }

        return given.Reverse().Aggregate(text, (rest, g) => new LetExpr(variables[g.Name], g.Value, rest));
    }

    private static InvalidExpr SourceProblem(IOperation text, string constant, int position, string problem, IReadScope scope)
    {
        var location = text.Syntax.GetLocation();
        if (text.Syntax is LiteralExpressionSyntax { Token: { Text: var written } token } && written.IndexOf(constant, StringComparison.Ordinal) is >= 0 and var start && constant.Length > 0)
        {
            var at = token.SpanStart + start + Math.Min(position, constant.Length - 1);
            location = Location.Create(token.SyntaxTree!, new TextSpan(at, 1));
        }

        return Invalid(scope, ExpressionDescriptors.Source, location, $" at position {position}", problem);
    }
}
