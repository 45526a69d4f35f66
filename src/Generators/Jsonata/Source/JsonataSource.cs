using System.Text;

namespace Aot.Generators.Jsonata.Source;

/// <summary>An author's JSONata that was read: it is a JSONata 2.0.6 expression, and these are its words.</summary>
/// <param name="Text">The text.</param>
/// <param name="Tokens">Its words in order.</param>
/// <param name="BoundNames">Variables that it binds itself.</param>
/// <param name="IsPrimary">True where it can be an operand as it stands.</param>
/// <param name="IsArray">True for an array constructor: an array whatever it holds.</param>
internal sealed record JsonataSource(string Text, IReadOnlyList<JsonataToken> Tokens, IReadOnlyCollection<string> BoundNames, bool IsPrimary, bool IsArray)
{
    /// <summary>Variables and functions that it takes from outside, with their first place.</summary>
    public IEnumerable<JsonataToken> Free => Tokens
        .Where(t => t.Kind == JsonataTokenKind.Variable && t.Text.Length > 0 && !BoundNames.Contains(t.Text))
        .GroupBy(t => t.Text)
        .Select(g => g.First());

    /// <summary>The text on one line, cut where variables stand: each piece ends with the name of a variable, the last with null.</summary>
    public IEnumerable<(string Text, string? Variable)> Pieces()
    {
        var piece = new StringBuilder();
        var end = 0;
        foreach (var token in Tokens)
        {
            var gap = Text.Substring(end, token.Position - end);
            piece.Append(gap.Trim().Length > 0 || gap.IndexOfAny(['\r', '\n']) >= 0 ? (piece.Length > 0 || end > 0 ? " " : "") : end == 0 ? "" : gap);
            end = token.Position + token.Length;
            if (token.Kind == JsonataTokenKind.Variable && token.Text.Length > 0)
            {
                yield return (piece.ToString(), token.Text);
                piece.Clear();
            }
            else
            {
                piece.Append(Text, token.Position, token.Length);
            }
        }

        yield return (piece.ToString(), null);
    }
}
