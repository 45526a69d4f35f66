namespace Aot.Local.Iot.Sql;

/// <summary>Cuts a rule's SQL into words.</summary>
internal static class SqlLexer
{
    private static readonly string[] Symbols = ["<=", ">=", "<>", "!=", "=", "<", ">", "(", ")", ",", "*", ".", "[", "]", "+", "-", "/", "%"];

    public static IReadOnlyList<SqlToken> Read(string sql)
    {
        var tokens = new List<SqlToken>();
        for (var at = 0; at < sql.Length;)
        {
            if (char.IsWhiteSpace(sql[at]))
            {
                at++;
                continue;
            }
            var token = Next(sql, at);
            tokens.Add(token);
            at = token.End;
        }
        tokens.Add(new SqlToken(SqlTokenKind.End, "", sql.Length, sql.Length));
        return tokens;
    }

    private static SqlToken Next(string sql, int start)
    {
        if (sql[start] is '\'' or '"') return Quoted(sql, start);
        if (char.IsAsciiDigit(sql[start])) return While(sql, start, SqlTokenKind.Number, c => char.IsAsciiDigit(c) || c == '.');
        if (char.IsLetter(sql[start]) || sql[start] == '_') return While(sql, start, SqlTokenKind.Name, c => char.IsLetterOrDigit(c) || c == '_');
        var symbol = Symbols.FirstOrDefault(symbol => string.CompareOrdinal(sql, start, symbol, 0, symbol.Length) == 0)
            ?? throw new SqlException($"'{sql[start]}' has no meaning here", start);
        return new SqlToken(SqlTokenKind.Symbol, symbol, start, start + symbol.Length);
    }

    private static SqlToken While(string sql, int start, SqlTokenKind kind, Func<char, bool> belongs)
    {
        var end = start;
        while (end < sql.Length && belongs(sql[end])) end++;
        return new SqlToken(kind, sql[start..end], start, end);
    }

    // A quote inside a text is written twice.
    private static SqlToken Quoted(string sql, int start)
    {
        var quote = sql[start];
        var end = start + 1;
        while (true)
        {
            end = sql.IndexOf(quote, end);
            if (end < 0) throw new SqlException("This text is not closed", start);
            if (end + 1 >= sql.Length || sql[end + 1] != quote) break;
            end += 2;
        }
        return new SqlToken(SqlTokenKind.Text, sql[(start + 1)..end].Replace(new string(quote, 2), quote.ToString(), StringComparison.Ordinal), start, end + 1);
    }
}
