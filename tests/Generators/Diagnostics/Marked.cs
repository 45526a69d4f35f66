using Microsoft.CodeAnalysis.Text;

namespace Aot.Generators.Tests.Diagnostics;

/// <summary>Source with the spans that a diagnostic must have, written <c>⟦like this⟧</c>.</summary>
internal sealed record Marked(string Source, IReadOnlyList<TextSpan> Spans)
{
    public static Marked Parse(string text)
    {
        var source = new System.Text.StringBuilder();
        var spans = new List<TextSpan>();
        var open = new Stack<int>();
        foreach (var character in text)
        {
            if (character == '⟦')
                open.Push(source.Length);
            else if (character == '⟧')
                spans.Add(TextSpan.FromBounds(open.Pop(), source.Length));
            else
                source.Append(character);
        }

        return new Marked(source.ToString(), spans);
    }
}
