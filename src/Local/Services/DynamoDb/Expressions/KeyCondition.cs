using Aot.Local.Json;

namespace Aot.Local.Services.DynamoDb.Expressions;

/// <summary>A query's key condition: the hash key's value and what the sort key must meet.</summary>
internal sealed record KeyCondition(ObjectValue Hash, Condition? Range)
{
    /// <exception cref="ServiceException">The condition is not: hash = value, optionally AND one comparison of the sort key.</exception>
    public static KeyCondition Parse(string text, KeySchema keys, ExpressionAttributes attributes)
    {
        ObjectValue? hash = null;
        Condition? range = null;
        foreach (var part in ConditionPaths.Conjuncts(ExpressionParser.ParseCondition(text, "KeyConditionExpression", attributes)))
        {
            var name = ConditionPaths.Of(part).Select(path => path.Parts.Count == 1 ? path.Attribute : "").ToArray();
            if (name.Length != 1)
                throw Errors.Validation("Query key condition not supported");
            if (name[0] == keys.Hash && hash is null && part is CompareCondition { Operator: "=" } equality)
                hash = ((equality.Right as LiteralOperand) ?? (equality.Left as LiteralOperand))!.Value;
            else if (name[0] == keys.Range && range is null && IsAllowed(part))
                range = part;
            else if (name[0] == keys.Hash || name[0] == keys.Range)
                throw Errors.Validation("Query key condition not supported");
            else
                throw Errors.Validation($"Query condition missed key schema element: {(hash is null ? keys.Hash : keys.Range ?? keys.Hash)}");
        }
        return new KeyCondition(hash ?? throw Errors.Validation($"Query condition missed key schema element: {keys.Hash}"), range);
    }

    private static bool IsAllowed(Condition part) => part switch
    {
        CompareCondition compare => compare.Operator != "<>",
        BetweenCondition => true,
        FunctionCondition function => function.Name == "begins_with",
        _ => false,
    };
}
