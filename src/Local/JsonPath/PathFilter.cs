using Aot.Local.Json;

namespace Aot.Local.JsonPath;

/// <summary>A condition in <c>[?(…)]</c>.</summary>
internal abstract record PathFilter
{
    public abstract bool Holds(Value item, Value root);
}

internal sealed record EitherFilter(PathFilter Left, PathFilter Right) : PathFilter
{
    public override bool Holds(Value item, Value root) => Left.Holds(item, root) || Right.Holds(item, root);
}

internal sealed record BothFilter(PathFilter Left, PathFilter Right) : PathFilter
{
    public override bool Holds(Value item, Value root) => Left.Holds(item, root) && Right.Holds(item, root);
}

internal sealed record NotFilter(PathFilter Inner) : PathFilter
{
    public override bool Holds(Value item, Value root) => !Inner.Holds(item, root);
}

/// <summary>The operand exists.</summary>
internal sealed record PresenceFilter(FilterOperand Operand) : PathFilter
{
    public override bool Holds(Value item, Value root) => Operand.Find(item, root) is not null;
}

internal sealed record ComparisonFilter(FilterOperand Left, string Operator, FilterOperand Right) : PathFilter
{
    public override bool Holds(Value item, Value root)
    {
        var (left, right) = (Left.Find(item, root), Right.Find(item, root));
        if (left is null || right is null) return Operator == "!=" && !ReferenceEquals(left, right);
        if (Operator is "==" or "!=") return left.Equals(right) == (Operator == "==");
        int order;
        if (left is NumberValue a && right is NumberValue b) order = a.Number.CompareTo(b.Number);
        else if (left is StringValue c && right is StringValue d) order = string.CompareOrdinal(c.Text, d.Text);
        else return false;
        return Operator switch { "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 };
    }
}

/// <summary>A literal, or a path from the item (<c>@</c>) or from the root (<c>$</c>).</summary>
internal sealed record FilterOperand(Value? Literal, IReadOnlyList<PathStep> Steps, bool IsFromRoot)
{
    public Value? Find(Value item, Value root)
    {
        if (Literal is not null) return Literal;
        List<Value> found = [IsFromRoot ? root : item];
        foreach (var step in Steps) found = [.. found.SelectMany(value => step.Matches(value, root))];
        return found.Count == 0 ? null : found[0];
    }
}
