namespace Aot.Generators.Ir.Expressions;

/// <summary>Reads parts of values, looking through literals where the part is known.</summary>
internal static class Access
{
    /// <summary>A member of <paramref name="target"/>: the member's own expression where the target is a literal or a <c>with</c>.</summary>
    public static Expr Member(Expr target, string name, JsonType type) => target switch
    {
        ObjectExpr literal when Find(literal.Members, name) is { } value && OthersAreQuiet(literal, value) => value,
        MergeExpr merge when Find(merge.Members, name) is null => Member(merge.Target, name, type),
        _ => new MemberExpr(target, name, type),
    };

    private static Expr? Find(EquatableArray<ObjectMember> members, string name) => members.LastOrDefault(m => m.Name == name)?.Value;

    // Dropping a member that fails would hide the failure.
    private static bool OthersAreQuiet(ObjectExpr literal, Expr kept) => !literal.Members.Any(m => !ReferenceEquals(m.Value, kept) && m.Value.CanFail());
}
