namespace Aot.Local.Services.DynamoDb.Expressions;

/// <summary>Takes conditions apart.</summary>
internal static class ConditionPaths
{
    /// <summary>The parts that AND joins.</summary>
    public static IEnumerable<Condition> Conjuncts(Condition condition) =>
        condition is AndCondition and ? Conjuncts(and.Left).Concat(Conjuncts(and.Right)) : [condition];

    /// <summary>All paths that a condition reads.</summary>
    public static IEnumerable<DocumentPath> Of(Condition condition) => condition switch
    {
        AndCondition and => Of(and.Left).Concat(Of(and.Right)),
        OrCondition or => Of(or.Left).Concat(Of(or.Right)),
        NotCondition not => Of(not.Inner),
        CompareCondition compare => Of(compare.Left).Concat(Of(compare.Right)),
        BetweenCondition between => Of(between.Value).Concat(Of(between.Low)).Concat(Of(between.High)),
        InCondition within => Of(within.Value).Concat(within.Candidates.SelectMany(Of)),
        FunctionCondition function => function.Arguments.SelectMany(Of),
        _ => [],
    };

    private static IEnumerable<DocumentPath> Of(Operand operand) => operand switch
    {
        PathOperand path => [path.Path],
        FunctionOperand function => function.Arguments.SelectMany(Of),
        _ => [],
    };
}
