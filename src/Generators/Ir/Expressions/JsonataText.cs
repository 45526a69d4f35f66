namespace Aot.Generators.Ir.Expressions;

/// <summary>JSONata that the author wrote: the pieces between its variables, and what stands for each of them.</summary>
/// <param name="Pieces">The text, cut where variables stand.</param>
/// <param name="Own">Variables that the text binds itself.</param>
/// <param name="Form">How the text becomes a value of the type.</param>
/// <param name="IsVolatile">True where the text asks the clock or for random numbers.</param>
/// <param name="Type">Type that the author gave it.</param>
internal sealed record JsonataTextExpr(EquatableArray<TextPiece> Pieces, EquatableArray<BoundExpr> Own, TextForm Form, bool IsVolatile, JsonType Type) : Expr(Type)
{
    public override IEnumerable<Expr> Children => Pieces.Where(p => p.Variable is not null).Select(p => p.Variable!);

    public override Expr MapChildren(Func<Expr, Expr> change) =>
        this with { Pieces = Pieces.Select(p => p.Variable is null ? p : p with { Variable = change(p.Variable) }).ToEquatableArray() };
}

/// <summary>A piece of text and the variable behind it; the last piece has none.</summary>
internal sealed record TextPiece(string Text, Expr? Variable);

/// <summary>How an author's text becomes a value.</summary>
internal enum TextForm
{
    /// <summary>As it stands.</summary>
    Operand,

    /// <summary>In parentheses where it is an operand.</summary>
    Expression,

    /// <summary>In brackets: an array of scalars or objects for no, one and many items.</summary>
    Items,

    /// <summary>Appended to an empty array: an array whose items may be arrays.</summary>
    Arrays,
}
