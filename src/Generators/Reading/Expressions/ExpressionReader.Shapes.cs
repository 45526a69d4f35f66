using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

internal sealed partial class ExpressionReader
{
    // x is { A: p, B.Count: q } ──▶ x != null ? (p matches x.A and q matches x.B.Count) : false
    private Expr MatchMembers(IRecursivePatternOperation pattern, Expr value, IReadScope scope)
    {
        if (!pattern.DeconstructionSubpatterns.IsEmpty)
            return NoCounterpart(pattern, scope, "name the members: write { Name: … } instead of a positional pattern");
        Declare(pattern.DeclaredSymbol, Narrowed(pattern, value), scope);
        var members = NullGuard(value, v => All(pattern.PropertySubpatterns, p => MatchMember(p, v, IsSafe(value), scope)));
        if (pattern.MatchedType is null || SymbolEqualityComparer.Default.Equals(pattern.MatchedType, pattern.InputType.NullableValue() ?? pattern.InputType))
            return members;
        var type = MatchType(pattern, pattern.MatchedType, value, scope);
        return type is InvalidExpr || members is InvalidExpr ? new InvalidExpr()
            : members == ConstantExpr.True ? type
            : new ConditionalExpr(type, members, ConstantExpr.False, JsonType.Boolean);
    }

    private Expr MatchMember(IPropertySubpatternOperation pattern, Expr owner, bool isSafe, IReadScope scope)
    {
        if (pattern.Member is not IPropertyReferenceOperation { Property: var property } member)
            return NoCounterpart(pattern.Member, scope, "only properties can be matched");
        var value = ReadMember(member, property, owner, scope);
        if (value is InvalidExpr)
            return value;

        // { A: { } a }: the variable's value is read before the test, where the owner may still be null.
        if (Declares(pattern.Pattern) && !isSafe)
        {
            var isThere = new NullTestExpr(owner with { Type = owner.Type.OrNull() }, IsNotNull: true);
            value = new ConditionalExpr(isThere, value, ConstantExpr.Null, value.Type.OrNull());
        }

        return Match(pattern.Pattern, value, scope);
    }

    // x is [p, .., q] ──▶ $count(x) >= 2 and p matches x[0] and q matches x[-1]
    private Expr MatchItems(IListPatternOperation pattern, Expr value, IReadScope scope)
    {
        if (value.Type.NotNull() is not { Kind: JsonKind.Array, Element: { } element })
            return NoCounterpart(pattern, scope, "only arrays and lists can be matched by their items");
        Declare(pattern.DeclaredSymbol, value, scope);
        if (pattern.Patterns.OfType<ISlicePatternOperation>().FirstOrDefault(s => s.Pattern is not null) is { } slice)
            return NoCounterpart(slice, scope, "the rest of a list cannot be named; use Skip or Take");
        var patterns = pattern.Patterns;
        var sliceAt = patterns.IndexOf(patterns.FirstOrDefault(p => p is ISlicePatternOperation)!);
        var least = sliceAt < 0 ? patterns.Length : patterns.Length - 1;
        return NullGuard(value, v =>
        {
            var count = Binary(sliceAt < 0 ? BinaryOperator.Equal : BinaryOperator.GreaterOrEqual, Count(v), ConstantExpr.Of(least));
            var items = patterns
                .Select((p, i) => (Pattern: p, Index: sliceAt >= 0 && i > sliceAt ? i - patterns.Length : i))
                .Where(p => p.Pattern is not ISlicePatternOperation);
            var matched = All(items, p => Match(p.Pattern, Item(p.Pattern, count, new ItemExpr(v, ConstantExpr.Of(p.Index), element, IsPresent: true)), scope));
            if (matched is InvalidExpr || matched == ConstantExpr.True)
                return matched == ConstantExpr.True ? count : matched;
            return new ConditionalExpr(count, matched, ConstantExpr.False, JsonType.Boolean);
        });
    }

    // [var first, ..]: the variable's value is read before the test, where there may be no such item.
    private static Expr Item(IPatternOperation pattern, Expr count, ItemExpr item) =>
        Declares(pattern) ? new ConditionalExpr(count, item, ConstantExpr.Null, item.Type.OrNull()) : item;

    private static void Declare(ISymbol? symbol, Expr value, IReadScope scope)
    {
        if (symbol is ILocalSymbol local && scope.Lookup(local) is null)
            scope.Declare(local, value);
    }

    private static Expr All<T>(IEnumerable<T> parts, Func<T, Expr> match)
    {
        Expr all = ConstantExpr.True;
        foreach (var part in parts)
        {
            var matched = match(part);
            if (matched is InvalidExpr)
                return matched;
            all = Logic.And(all, matched);
        }

        return all;
    }

    private static bool IsSafe(Expr value) => !value.Type.IsNullable;
}
