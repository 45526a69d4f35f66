namespace Aot.Generators.Jsonata.Source;

/// <summary>A word of an author's JSONata.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Operator, or name without <c>$</c> and quotes; empty for <c>$</c> alone.</param>
/// <param name="Position">Where it begins.</param>
/// <param name="Length">How many characters it takes in the source.</param>
internal sealed record JsonataToken(JsonataTokenKind Kind, string Text, int Position, int Length)
{
    public bool Is(string symbol) => Kind == JsonataTokenKind.Operator && Text == symbol;
}

internal enum JsonataTokenKind
{
    Name,
    Variable,
    Value,
    Operator,
    End,
}

/// <summary>The text is not what Step Functions takes.</summary>
internal sealed class JsonataSourceException(int position, string problem) : Exception(problem)
{
    public int Position { get; } = position;
}
