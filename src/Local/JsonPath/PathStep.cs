using System.Globalization;
using Aot.Local.Json;

namespace Aot.Local.JsonPath;

/// <summary>One step of a path.</summary>
internal abstract record PathStep
{
    public virtual bool IsDefinite => false;

    /// <summary>The one value a definite step leads to.</summary>
    public virtual Value? Single(Value value) => null;

    /// <summary>All values the step leads to.</summary>
    public virtual IEnumerable<Value> Matches(Value value, Value root) => Single(value) is { } single ? [single] : [];
}

internal sealed record NameStep(string Name) : PathStep
{
    public override bool IsDefinite => true;

    public override Value? Single(Value value) => (value as ObjectValue)?[Name];
}

internal sealed record IndexStep(int Index) : PathStep
{
    public override bool IsDefinite => true;

    public override Value? Single(Value value)
    {
        if (value is not ArrayValue array) return null;
        var position = Index < 0 ? array.Count + Index : Index;
        return position >= 0 && position < array.Count ? array[position] : null;
    }

    public override string ToString() => Index.ToString(CultureInfo.InvariantCulture);
}

/// <summary><c>[a,b]</c> of names or positions.</summary>
internal sealed record UnionStep(IReadOnlyList<PathStep> Steps) : PathStep
{
    public override IEnumerable<Value> Matches(Value value, Value root) => Steps.SelectMany(step => step.Matches(value, root));
}

internal sealed record WildcardStep : PathStep
{
    public override IEnumerable<Value> Matches(Value value, Value root) => Children(value);

    public static IEnumerable<Value> Children(Value value) => value switch
    {
        ArrayValue array => array,
        ObjectValue members => members.Select(member => member.Value),
        _ => [],
    };
}

internal sealed record SliceStep(int? Start, int? End) : PathStep
{
    public override IEnumerable<Value> Matches(Value value, Value root)
    {
        if (value is not ArrayValue array) return [];
        var from = Position(Start ?? 0, array.Count);
        return array.Skip(from).Take(Position(End ?? array.Count, array.Count) - from);
    }

    private static int Position(int index, int count) => Math.Clamp(index < 0 ? count + index : index, 0, count);
}

/// <summary><c>..</c>: the next step from here and from everywhere below.</summary>
internal sealed record DescendStep : PathStep
{
    public override IEnumerable<Value> Matches(Value value, Value root) =>
        WildcardStep.Children(value).SelectMany(child => Matches(child, root)).Prepend(value);
}

/// <summary><c>[?(…)]</c></summary>
internal sealed record FilterStep(PathFilter Filter) : PathStep
{
    public override IEnumerable<Value> Matches(Value value, Value root) =>
        value is ObjectValue ? Filter.Holds(value, root) ? [value] : [] : WildcardStep.Children(value).Where(item => Filter.Holds(item, root));
}
