using Aot.Local.Json;

namespace Aot.Local.Jsonata.Parsing;

/// <summary>A token; <paramref name="Position"/> is the place after it.</summary>
internal readonly record struct Token(SyntaxKind Kind, string Text, int Position, Value? Literal = null)
{
    public bool Is(string symbol) => Kind == SyntaxKind.Operator && Text == symbol;
}
