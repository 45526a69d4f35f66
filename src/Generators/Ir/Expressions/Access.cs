namespace Aot.Generators.Ir.Expressions;

/// <summary>Reads parts of values, looking through literals where the part is known.</summary>
internal static class Access
{
    /// <summary>A member of <paramref name="target"/>: the member's own expression where the target is a literal or a <c>with</c>.</summary>
    public static Expr Member(Expr target, string name, JsonType type) => target switch
    {
        ObjectExpr literal when Find(literal.Members, name) is { } value && OthersAreQuiet(literal.Members, value) => value,
        MergeExpr merge when Find(merge.Members, name) is null && OthersAreQuiet(merge.Members, merge.Target) => Member(merge.Target, name, type),
        MergeExpr merge when Find(merge.Members, name) is { } value && OthersAreQuiet(merge.Members, value) && !merge.Target.CanFail() => value,
        CallExpr { Function: "sift", Arguments: [var whole, _] } => Member(whole, name, type), // what sifting left away is no member of the type
        _ => new MemberExpr(target, name, type),
    };

    /// <summary>A copy of <paramref name="target"/> with some members replaced: a literal where the target is one.</summary>
    public static Expr Merge(Expr target, EquatableArray<ObjectMember> members)
    {
        if (target is not ObjectExpr literal)
            return new MergeExpr(target, members);
        var kept = literal.Members.Select(m => members.FirstOrDefault(n => n.Name == m.Name) is { } replaced && !m.Value.CanFail() ? replaced : m).ToArray();
        var added = members.Where(m => !kept.Contains(m)).ToArray();
        return added.Any(a => kept.Any(k => k.Name == a.Name)) ? new MergeExpr(target, members) : literal with { Members = [.. kept, .. added] };
    }

    /// <summary>An item of a tuple: the item's own expression where the target is a literal.</summary>
    public static Expr TupleItem(Expr target, int index, JsonType type) =>
        target is ArrayExpr literal && index < literal.Items.Count && !literal.CanFail()
            ? literal.Items[index].Value
            : new ItemExpr(target, ConstantExpr.Of(index), type, IsPresent: true);

    private static Expr? Find(EquatableArray<ObjectMember> members, string name) => members.LastOrDefault(m => m.Name == name)?.Value;

    // Dropping a member that fails would hide the failure.
    private static bool OthersAreQuiet(EquatableArray<ObjectMember> members, Expr kept) =>
        !members.Any(m => !ReferenceEquals(m.Value, kept) && m.Value.CanFail());
}
