using Aot.Local.Json;

namespace Aot.Local.Services.DynamoDb.Expressions;

/// <summary>Says whether an item meets a condition. An item that does not exist is an empty one.</summary>
internal static class ConditionEvaluator
{
    public static bool IsMet(Condition condition, ObjectValue item) => condition switch
    {
        AndCondition and => IsMet(and.Left, item) && IsMet(and.Right, item),
        OrCondition or => IsMet(or.Left, item) || IsMet(or.Right, item),
        NotCondition not => !IsMet(not.Inner, item),
        CompareCondition compare => Compare(Resolve(compare.Left, item), compare.Operator, Resolve(compare.Right, item)),
        BetweenCondition between =>
            Compare(Resolve(between.Value, item), ">=", Resolve(between.Low, item)) && Compare(Resolve(between.Value, item), "<=", Resolve(between.High, item)),
        InCondition within => within.Candidates.Any(candidate => Compare(Resolve(within.Value, item), "=", Resolve(candidate, item))),
        FunctionCondition function => Test(function.Name, [.. function.Arguments.Select(argument => Resolve(argument, item))]),
        _ => throw new InvalidOperationException($"{condition.GetType().Name} has no meaning here."),
    };

    /// <summary>The operand's value; null when its path leads nowhere.</summary>
    private static Value? Resolve(Operand operand, ObjectValue item) => operand switch
    {
        LiteralOperand literal => literal.Value,
        PathOperand path => path.Path.In(item),
        FunctionOperand { Name: "size" } size => Resolve(size.Arguments[0], item) is { } value ? Size(value) : null,
        _ => throw new InvalidOperationException($"{operand.GetType().Name} has no meaning in a condition."),
    };

    // A comparison with an absent attribute is false, except that absent <> present holds.
    private static bool Compare(Value? left, string comparator, Value? right)
    {
        if (left is null || right is null)
            return comparator == "<>" && (left is null) != (right is null);
        if (comparator is "=" or "<>")
            return AttributeValue.AreEqual(left, right) == (comparator == "=");
        return AttributeValue.Compare(left, right) is { } order && comparator switch
        {
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        };
    }

    private static bool Test(string function, Value?[] arguments)
    {
        var (value, argument) = (arguments[0], arguments.Length > 1 ? arguments[1] : null);
        return function switch
        {
            "attribute_exists" => value is not null,
            "attribute_not_exists" => value is null,
            "attribute_type" => value is not null && argument is not null && AttributeValue.TypeOf(value) == AttributeValue.TextOf(argument),
            "begins_with" => value is not null && argument is not null && BeginsWith(value, argument),
            _ => value is not null && argument is not null && Contains(value, argument),
        };
    }

    private static bool BeginsWith(Value value, Value prefix) =>
        AttributeValue.TypeOf(value) is "S" or "B" && AttributeValue.TypeOf(value) == AttributeValue.TypeOf(prefix)
        && AttributeValue.BytesOf(value).AsSpan().StartsWith(AttributeValue.BytesOf(prefix));

    private static bool Contains(Value value, Value part) => (AttributeValue.TypeOf(value), AttributeValue.TypeOf(part)) switch
    {
        ("S", "S") or ("B", "B") => AttributeValue.BytesOf(value).AsSpan().IndexOf(AttributeValue.BytesOf(part)) >= 0,
        ("SS", "S") or ("NS", "N") or ("BS", "B") => AttributeValue.ItemsOf(value).Contains(AttributeValue.ContentOf(part)),
        ("L", _) => AttributeValue.ItemsOf(value).Any(item => AttributeValue.AreEqual(item, part)),
        _ => false,
    };

    private static ObjectValue? Size(Value value) => AttributeValue.TypeOf(value) switch
    {
        "S" => Count(AttributeValue.TextOf(value).Length),
        "B" => Count(AttributeValue.BytesOf(value).Length),
        "M" => Count(((ObjectValue)AttributeValue.ContentOf(value)).Count),
        "L" or "SS" or "NS" or "BS" => Count(AttributeValue.ItemsOf(value).Count),
        _ => null,
    };

    private static ObjectValue Count(int number) => Shape.Of(("N", number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
