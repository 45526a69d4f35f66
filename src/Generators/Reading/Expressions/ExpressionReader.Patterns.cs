using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

internal sealed partial class ExpressionReader
{
    private Expr ReadIsPattern(IIsPatternOperation operation, IReadScope scope)
    {
        var value = Read(operation.Value, scope);
        if (value is InvalidExpr)
            return value;

        // x is { … } name: the variable is declared first, and what is tested is the variable.
        if (Designation(operation.Pattern) is { } local)
        {
            var narrowed = Narrowed(operation.Pattern, value);
            scope.Declare(local, narrowed);
            return Match(operation.Pattern, ReferenceEquals(narrowed, value) ? scope.Lookup(local) ?? value : value, scope);
        }

        // Variables declared inside get their values by the way through this value, so it must not be bound to a name that ends with the condition.
        return Declares(operation.Pattern) ? Match(operation.Pattern, value, scope) : Once(value, "value", v => Match(operation.Pattern, v, scope));
    }

    // x switch { p1 => a, p2 when c => b, _ => d }
    //   ──▶
    // p1 matches x ? a : p2 matches x and c ? b : d
    private Expr ReadSwitch(ISwitchExpressionOperation operation, IReadScope scope)
    {
        var value = Read(operation.Value, scope);
        return value is InvalidExpr ? value : Once(value, "value", v => ReadArms(operation, v, scope));
    }

    private Expr ReadArms(ISwitchExpressionOperation operation, Expr value, IReadScope scope)
    {
        var arms = operation.Arms.Select(arm => ReadArm(arm, value, scope)).ToList();
        if (arms.Any(a => a.Condition is InvalidExpr || a.Value is InvalidExpr))
            return new InvalidExpr();

        var type = Common(operation.Type, [.. arms.Select(a => a.Value)]);
        Expr otherwise = new FailExpr("SwitchExpressionException", type);
        for (var i = arms.Count - 1; i >= 0; i--)
            otherwise = arms[i].Condition == ConstantExpr.True ? arms[i].Value : new ConditionalExpr(arms[i].Condition, arms[i].Value, otherwise, type);
        return otherwise;
    }

    private (Expr Condition, Expr Value) ReadArm(ISwitchExpressionArmOperation arm, Expr value, IReadScope scope)
    {
        var inner = new InnerScope(scope);
        var condition = Match(arm.Pattern, value, inner);
        if (arm.Guard is not null && condition is not InvalidExpr)
            condition = Read(arm.Guard, inner) is { } guard and not InvalidExpr ? Logic.And(condition, guard) : new InvalidExpr();
        return (condition, Read(arm.Value, inner));
    }

    /// <summary>The condition under which a pattern matches a value that may be written any number of times.</summary>
    public Expr Match(IPatternOperation pattern, Expr value, IReadScope scope) => pattern switch
    {
        IDiscardPatternOperation => ConstantExpr.True,
        IConstantPatternOperation constant => MatchConstant(constant, value, scope),
        IRelationalPatternOperation relational => MatchRelation(relational, value, scope),
        INegatedPatternOperation negated => Match(negated.Pattern, value, scope) is { } match and not InvalidExpr ? Logic.Not(match) : new InvalidExpr(),
        IBinaryPatternOperation binary => MatchBoth(binary, value, scope),
        IDeclarationPatternOperation declaration => MatchDeclaration(declaration, value, scope),
        ITypePatternOperation type => MatchType(type, type.MatchedType, value, scope),
        IRecursivePatternOperation recursive => MatchMembers(recursive, value, scope),
        IListPatternOperation list => MatchItems(list, value, scope),
        _ => NoCounterpart(pattern, scope, "use constant, relational, property, list, 'and', 'or' and 'not' patterns"),
    };

    private Expr MatchConstant(IConstantPatternOperation pattern, Expr value, IReadScope scope)
    {
        var constant = Read(pattern.Value, scope);
        return constant is InvalidExpr ? constant : Equal(value, constant, pattern, scope);
    }

    private Expr MatchRelation(IRelationalPatternOperation pattern, Expr value, IReadScope scope)
    {
        var limit = Read(pattern.Value, scope);
        if (limit is InvalidExpr)
            return limit;
        var comparison = pattern.OperatorKind switch
        {
            BinaryOperatorKind.LessThan => BinaryOperator.Less,
            BinaryOperatorKind.LessThanOrEqual => BinaryOperator.LessOrEqual,
            BinaryOperatorKind.GreaterThan => BinaryOperator.Greater,
            _ => BinaryOperator.GreaterOrEqual,
        };
        return NullGuard(value, v => Compare(comparison, v, limit, pattern, scope));
    }

    private Expr MatchBoth(IBinaryPatternOperation pattern, Expr value, IReadScope scope)
    {
        var left = Match(pattern.LeftPattern, value, scope);
        var right = Match(pattern.RightPattern, value, scope);
        if (left is InvalidExpr || right is InvalidExpr)
            return new InvalidExpr();
        return pattern.OperatorKind == BinaryOperatorKind.And ? Logic.And(left, right) : Logic.Or(left, right);
    }

    private Expr MatchDeclaration(IDeclarationPatternOperation pattern, Expr value, IReadScope scope)
    {
        if (pattern.DeclaredSymbol is ILocalSymbol local && scope.Lookup(local) is null)
            scope.Declare(local, Narrowed(pattern, value));
        return pattern.MatchesNull ? ConstantExpr.True : MatchType(pattern, pattern.MatchedType, value, scope);
    }

    private static Expr NullGuard(Expr value, Func<Expr, Expr> match)
    {
        var matched = match(value.NotNull());
        return matched is InvalidExpr || !value.Type.IsNullable ? matched : Logic.And(new NullTestExpr(value, IsNotNull: true), matched);
    }

    private static ILocalSymbol? Designation(IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation negated => Designation(negated.Pattern),
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol as ILocalSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol as ILocalSymbol,
        IListPatternOperation list => list.DeclaredSymbol as ILocalSymbol,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => Designation(both.LeftPattern) ?? Designation(both.RightPattern),
        _ => null,
    };

    private static bool Declares(IPatternOperation pattern) => pattern.DescendantsAndSelf().OfType<IPatternOperation>().Any(p => Designation(p) is not null);
}
