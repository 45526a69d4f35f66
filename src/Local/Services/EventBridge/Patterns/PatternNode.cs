using Aot.Local.Json;

namespace Aot.Local.Services.EventBridge.Patterns;

/// <summary>A part of a pattern, tried against the value at its place; null when there is none.</summary>
internal abstract record PatternNode
{
    public abstract bool Matches(Value? value);
}

/// <summary>All members must match; of an array of objects, one element must.</summary>
internal sealed record MembersNode(IReadOnlyList<(string Name, PatternNode Pattern)> Members) : PatternNode
{
    public override bool Matches(Value? value) => value is ArrayValue list
        ? list.Any(Matches)
        : Members.All(member => member.Pattern.Matches((value as ObjectValue)?[member.Name]));
}

/// <summary>One of the alternatives must match: $or.</summary>
internal sealed record AnyNode(IReadOnlyList<PatternNode> Alternatives) : PatternNode
{
    public override bool Matches(Value? value) => Alternatives.Any(alternative => alternative.Matches(value));
}

/// <summary>All parts must match: members beside a $or.</summary>
internal sealed record AllNode(IReadOnlyList<PatternNode> Parts) : PatternNode
{
    public override bool Matches(Value? value) => Parts.All(part => part.Matches(value));
}

/// <summary>The value, or one element of the array, meets one of the tests.</summary>
internal sealed record LeafNode(IReadOnlyList<ValueTest> Tests) : PatternNode
{
    public override bool Matches(Value? value) => Tests.Any(test => test.Holds(value));
}
