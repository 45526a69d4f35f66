namespace Aot.Generators.CSharp;

/// <summary>Pieces of emitted C#.</summary>
internal static class CSharpText
{
    /// <summary>A raw string literal with the text's own lines, to be read by a person; its first line starts at the current position.</summary>
    /// <param name="text">What the constant holds.</param>
    /// <param name="indentation">Spaces before the lines of the literal.</param>
    public static string Literal(string text, string indentation)
    {
        // C# counts more characters as line breaks than \n; a text with one of them is written with escapes.
        if (text.IndexOfAny(['\r', '\u0085', '\u2028', '\u2029']) >= 0 || text.IndexOf('\n') < 0)
            return Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);

        var quotes = new string('"', Math.Max(3, LongestQuoteRun(text) + 1));
        var lines = text.Split('\n').Select(line => line.Length == 0 ? "" : indentation + line);
        return $"{quotes}\n{string.Join("\n", lines)}\n{indentation}{quotes}";
    }

    private static int LongestQuoteRun(string text)
    {
        int longest = 0, current = 0;
        foreach (var c in text)
        {
            current = c == '"' ? current + 1 : 0;
            longest = Math.Max(longest, current);
        }

        return longest;
    }
}
