using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

internal sealed partial class ExpressionReader
{
    private Expr ReadQuery(IInvocationOperation call, IReadScope scope)
    {
        var arguments = InOrder(call).Where(a => a.ArgumentKind != ArgumentKind.DefaultValue).Select(a => a.Value).ToList();
        if (call.TargetMethod is { Name: "Range" or "Repeat" or "Empty", IsExtensionMethod: false })
            return ReadGenerated(call, arguments, scope);
        if (IsOrdering(call.TargetMethod.Name))
            return ReadOrdering(call, scope);

        var source = Require(Read(arguments[0], scope), "ArgumentNullException");
        return source is InvalidExpr ? source : ReadQuery(call, source, [.. arguments.Skip(1)], scope);
    }

    /// <summary>A LINQ method, or one of the same name on a collection.</summary>
    private Expr ReadQuery(IInvocationOperation call, Expr source, IReadOnlyList<IOperation> arguments, IReadScope scope)
    {
        if (source.Type is { Kind: JsonKind.String } && call.TargetMethod.Name == "Contains" && arguments is [var character])
            return Read(character, scope) is { } c and not InvalidExpr ? Call("contains", JsonType.Boolean, source, c) : new InvalidExpr();
        source = Sequence(source);
        if (source.Type is not { Kind: JsonKind.Array, Element: { } element })
            return NoCounterpart(call, scope, "only arrays, lists and dictionaries can be queried");

        switch (call.TargetMethod.Name, arguments.Count)
        {
            case ("ToArray" or "ToList" or "AsEnumerable" or "ToImmutableArray" or "AsSpan" or "AsReadOnly", 0):
                return source;
            case ("Where" or "FindAll", 1):
                return Filtered(source, arguments[0], scope);
            case ("Select" or "ConvertAll", 1):
                return Lambda(arguments[0], [element, JsonType.Integer], scope) is { } selector
                    ? Call("map", JsonType.Array(ItemType(call, selector.Body)), source, selector)
                    : new InvalidExpr();
            case ("SelectMany", 1 or 2):
                return ReadSelectMany(source, arguments, scope);
            case ("Any", 0):
                return Binary(BinaryOperator.Greater, Count(source), ConstantExpr.Of(0));
            case ("Any" or "Exists", 1):
                return Quantified(source, arguments[0], ConstantExpr.False, Either, scope);
            case ("All" or "TrueForAll", 1):
                return Quantified(source, arguments[0], ConstantExpr.True, Both, scope);
            case ("Count" or "LongCount", 0):
                return Count(source);
            case ("Count" or "LongCount", 1):
                return Filtered(source, arguments[0], scope) is { } counted and not InvalidExpr ? Count(counted) : new InvalidExpr();
            case ("Contains", 1):
                return ReadContains(call, source, element, arguments[0], scope);
            case ("First" or "Last" or "Single" or "FirstOrDefault" or "LastOrDefault" or "SingleOrDefault" or "Find" or "FindLast", _):
                return ReadPick(call, source, element, arguments, scope);
            case ("Sum" or "Average" or "Min" or "Max", <= 1):
                return ReadAggregate(call, source, arguments, scope);
            case ("Take" or "Skip" or "TakeLast" or "SkipLast", 1):
                return ReadSlice(call, source, arguments[0], scope);
            case ("TakeWhile" or "SkipWhile", 1):
                return ReadLeading(call, source, arguments[0], scope);
            case ("ElementAt" or "ElementAtOrDefault", 1):
                return ReadElementAt(call, source, arguments[0], scope);
            case ("DefaultIfEmpty", <= 1):
                return ReadDefaultIfEmpty(source, element, arguments, scope);
            case ("Chunk", 1):
                return ReadChunk(call, source, arguments[0], scope);
            case ("FindIndex", 1):
                return ReadFindIndex(source, arguments[0], scope);
            case ("Index", 0):
                return ReadIndex(source, element);
            case ("Zip", 1 or 2):
                return ReadZip(call, source, arguments, scope);
            case ("Aggregate", <= 3):
                return ReadFold(call, source, arguments, scope);
            case ("GroupBy", _):
                return ReadGroupBy(call, source, arguments, scope);
            case ("CountBy", 1):
                return ReadCountBy(call, source, arguments[0], scope);
            case ("ToDictionary", _):
                return ReadToDictionary(call, source, arguments, scope);
            case ("Join", 4):
                return ReadJoin(call, source, arguments, scope);
            case ("DistinctBy" or "MinBy" or "MaxBy", _):
                return ReadBy(call, source, arguments, scope);
            case ("Except" or "Intersect" or "Union" or "SequenceEqual", _):
                return ReadSets(call, source, arguments, scope);
            case ("Append" or "Prepend", 1):
                var item = Read(arguments[0], scope);
                return item is InvalidExpr ? item
                    : call.TargetMethod.Name == "Append" ? new ArrayExpr([new ArrayItem(source, IsSpread: true), new ArrayItem(item)], source.Type)
                    : new ArrayExpr([new ArrayItem(item), new ArrayItem(source, IsSpread: true)], source.Type);
            case ("Concat", 1):
                var other = Require(Read(arguments[0], scope), "ArgumentNullException");
                return other is InvalidExpr ? other : new ArrayExpr([new ArrayItem(source, IsSpread: true), new ArrayItem(other, IsSpread: true)], source.Type);
            case ("Distinct", 0):
                return Incomparable(element) is { } reason
                    ? Invalid(scope, ExpressionDescriptors.ReferenceEquality, Spans.Narrowest(call), reason)
                    : Call("distinct", source.Type, source);
            case ("Reverse", 0):
                return Call("reverse", source.Type, source);
            default:
                return NoCounterpart(call, scope, Advice.Query(call.TargetMethod.Name));
        }
    }

    // x => (int?)null has no type of its own.
    private JsonType ItemType(IInvocationOperation select, Expr body) =>
        body.Type.Kind == JsonKind.Null ? Types.Read(select.TargetMethod.TypeArguments[^1]) : body.Type;

    private Expr Filtered(Expr source, IOperation predicate, IReadScope scope) =>
        Lambda(predicate, [source.Type.Element!, JsonType.Integer], scope) is { } lambda ? Call("filter", source.Type, source, lambda) : new InvalidExpr();

    // xs.Any(p) ──▶ $reduce(xs, function($any, $x) { $any ? true : p($x) }, false), which stops testing where C# does
    private Expr Quantified(Expr source, IOperation predicate, ConstantExpr start, Func<Expr, Expr, Expr> combine, IReadScope scope)
    {
        if (Lambda(predicate, [source.Type.Element!], scope) is not { } lambda)
            return new InvalidExpr();
        var sofar = NewBound(start == ConstantExpr.True ? "all" : "any", JsonType.Boolean);
        return Call("reduce", JsonType.Boolean, source, new LambdaExpr([sofar, .. lambda.Parameters], combine(sofar, lambda.Body)), start);
    }

    private static ConditionalExpr Either(Expr left, Expr right) => new(left, ConstantExpr.True, right, JsonType.Boolean);

    private static ConditionalExpr Both(Expr left, Expr right) => new(left, right, ConstantExpr.False, JsonType.Boolean);

    private Expr ReadContains(IInvocationOperation call, Expr source, JsonType element, IOperation argument, IReadScope scope)
    {
        var item = Read(argument, scope);
        if (item is InvalidExpr)
            return item;
        if (element.Kind is JsonKind.Boolean or JsonKind.Integer or JsonKind.Number or JsonKind.String or JsonKind.Guid or JsonKind.Enum)
            return new BinaryExpr(BinaryOperator.In, item, source, JsonType.Boolean);

        // `in` finds no records.
        return Once(item, "item", i =>
        {
            var candidate = NewBound("candidate", element);
            var found = NewBound("found", JsonType.Boolean);
            var equal = Equal(candidate, i, call, scope);
            return equal is InvalidExpr
                ? equal
                : Call("reduce", JsonType.Boolean, source, new LambdaExpr([found, candidate], Either(found, equal)), ConstantExpr.False);
        });
    }

    /// <summary>A lambda of one expression; null where it was reported.</summary>
    private LambdaExpr? Lambda(IOperation operation, JsonType[] types, IReadScope scope)
    {
        var function = operation switch
        {
            IDelegateCreationOperation creation => creation.Target,
            IConversionOperation conversion => conversion.Operand,
            _ => operation,
        };
        if (function is not IAnonymousFunctionOperation { Symbol: { IsAsync: false } symbol } anonymous
            || anonymous.Body.Operations is not [IReturnOperation { ReturnedValue: { } body }]
            || symbol.Parameters.Length > types.Length)
        {
            scope.Report(ExpressionDescriptors.LambdaBody, operation.Syntax.GetLocation());
            return null;
        }

        var inner = new InnerScope(scope);
        var parameters = new List<BoundExpr>();
        foreach (var parameter in symbol.Parameters)
        {
            parameters.Add(NewBound(parameter.Name, types[parameters.Count]));
            inner.Declare(parameter, parameters[^1]);
        }

        var read = Read(body, inner);
        return read is InvalidExpr ? null : new LambdaExpr(parameters.ToEquatableArray(), read);
    }
}
