namespace Aot.Generators.Jsonata;

/// <summary>How tightly an expression's outermost operator binds; operands that bind less go into parentheses.</summary>
internal enum Precedence
{
    Conditional,
    Or,
    And,
    Comparison,
    Additive,
    Multiplicative,
    Unary,
    Primary,
}

/// <summary>A piece of JSONata.</summary>
internal readonly record struct Fragment(string Text, Precedence Precedence)
{
    /// <summary>The text as an operand that has to bind at least as tightly as <paramref name="precedence"/>.</summary>
    public string At(Precedence precedence) => Precedence >= precedence ? Text : $"({Text})";
}
