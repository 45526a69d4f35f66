using System.Globalization;
using Aot.Local.Json;

namespace Aot.Local.Services.DynamoDb.Expressions;

/// <summary>What stands for a value in an expression.</summary>
internal abstract record Operand;

/// <summary>A literal from ExpressionAttributeValues.</summary>
internal sealed record LiteralOperand(ObjectValue Value) : Operand;

/// <summary>A place in the item.</summary>
internal sealed record PathOperand(DocumentPath Path) : Operand;

/// <summary><c>size</c>, <c>if_not_exists</c> or <c>list_append</c>.</summary>
internal sealed record FunctionOperand(string Name, IReadOnlyList<Operand> Arguments) : Operand;

/// <summary><c>a + b</c> or <c>a - b</c>; in SET only.</summary>
internal sealed record ArithmeticOperand(Operand Left, bool IsSubtraction, Operand Right) : Operand;

/// <summary>A condition.</summary>
internal abstract record Condition;

internal sealed record AndCondition(Condition Left, Condition Right) : Condition;

internal sealed record OrCondition(Condition Left, Condition Right) : Condition;

internal sealed record NotCondition(Condition Inner) : Condition;

/// <summary>Operators: = &lt;&gt; &lt; &lt;= &gt; &gt;=</summary>
internal sealed record CompareCondition(Operand Left, string Operator, Operand Right) : Condition;

internal sealed record BetweenCondition(Operand Value, Operand Low, Operand High) : Condition;

internal sealed record InCondition(Operand Value, IReadOnlyList<Operand> Candidates) : Condition;

/// <summary>attribute_exists, attribute_not_exists, attribute_type, begins_with, contains.</summary>
internal sealed record FunctionCondition(string Name, IReadOnlyList<Operand> Arguments) : Condition;

/// <summary>SET path = value.</summary>
internal sealed record Assignment(DocumentPath Path, Operand Value);

/// <summary>ADD or DELETE of one path.</summary>
internal sealed record Amendment(DocumentPath Path, ObjectValue Value);

/// <summary>An update expression's four clauses.</summary>
internal sealed record Update(
    IReadOnlyList<Assignment> Set, IReadOnlyList<DocumentPath> Remove, IReadOnlyList<Amendment> Add, IReadOnlyList<Amendment> Delete)
{
    public IEnumerable<DocumentPath> Paths =>
        Set.Select(part => part.Path).Concat(Remove).Concat(Add.Select(part => part.Path)).Concat(Delete.Select(part => part.Path));
}

/// <summary>A path into an item: member names and list indices.</summary>
/// <param name="Parts">A string for a member, an int for an index; the first is the attribute's name.</param>
internal sealed record DocumentPath(IReadOnlyList<object> Parts)
{
    public string Attribute => (string)Parts[0];

    /// <summary>The value there, or null.</summary>
    public Value? In(ObjectValue item)
    {
        var value = item[Attribute];
        foreach (var part in Parts.Skip(1))
        {
            if (value is null)
                return null;
            value = (part, AttributeValue.ContentOf(value)) switch
            {
                (string name, ObjectValue members) when AttributeValue.TypeOf(value) == "M" => members[name],
                (int index, ArrayValue items) when AttributeValue.TypeOf(value) == "L" && index < items.Count => items[index],
                _ => null,
            };
        }
        return value;
    }

    /// <summary>Whether one path is the other or leads to it.</summary>
    public bool Overlaps(DocumentPath other) => Parts.Zip(other.Parts).All(pair => pair.First.Equals(pair.Second));

    public override string ToString() =>
        $"[{string.Join(", ", Parts.Select(part => part is int index ? $"[{index.ToString(CultureInfo.InvariantCulture)}]" : (string)part))}]";
}
