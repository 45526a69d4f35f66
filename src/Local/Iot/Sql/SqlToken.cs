namespace Aot.Local.Iot.Sql;

/// <summary>What kind of word a token is.</summary>
internal enum SqlTokenKind
{
    Name,
    Text,
    Number,
    Symbol,
    End,
}

/// <summary>A word of a rule's SQL.</summary>
/// <param name="Text">Without the quotes of a text.</param>
/// <param name="Start">Characters before it.</param>
/// <param name="End">Characters before what follows it.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Text, int Start, int End)
{
    /// <summary>Keywords are written in any case.</summary>
    public bool IsKeyword(string keyword) => Kind == SqlTokenKind.Name && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    public bool IsSymbol(string symbol) => Kind == SqlTokenKind.Symbol && Text == symbol;

    public override string ToString() => Kind == SqlTokenKind.End ? "the end of the statement" : $"'{Text}'";
}
