namespace Aot.Local.Services.DynamoDb.Expressions;

/// <summary>The kinds of token in an expression.</summary>
internal enum TokenKind
{
    Word,
    Name,
    Value,
    Integer,
    Symbol,
    End,
}

/// <summary>A token and where it starts.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Position);

/// <summary>Cuts an expression into tokens: words, #names, :values, indices, symbols.</summary>
internal static class Lexer
{
    private static readonly string[] Symbols = ["<>", "<=", ">=", "=", "<", ">", "(", ")", "[", "]", ",", ".", "+", "-"];

    public static IReadOnlyList<Token> Read(string text, string expressionKind)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            if (at == text.Length)
                break;
            var start = at;
            var first = text[at];
            if (char.IsAsciiLetter(first) || first is '#' or ':' or '_')
            {
                at++;
                while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_'))
                    at++;
                var kind = first switch { '#' => TokenKind.Name, ':' => TokenKind.Value, _ => TokenKind.Word };
                tokens.Add(new Token(kind, text[start..at], start));
            }
            else if (char.IsAsciiDigit(first))
            {
                while (at < text.Length && char.IsAsciiDigit(text[at]))
                    at++;
                tokens.Add(new Token(TokenKind.Integer, text[start..at], start));
            }
            else
            {
                var symbol = Symbols.FirstOrDefault(candidate => string.CompareOrdinal(text, start, candidate, 0, candidate.Length) == 0)
                    ?? throw Errors.Validation($"Invalid {expressionKind}: Syntax error; token: \"{first}\", near: \"{text[start..Math.Min(text.Length, start + 10)]}\"");
                at += symbol.Length;
                tokens.Add(new Token(TokenKind.Symbol, symbol, start));
            }
        }
        tokens.Add(new Token(TokenKind.End, "<EOF>", text.Length));
        return tokens;
    }
}
