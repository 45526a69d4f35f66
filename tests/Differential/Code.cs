using System.Runtime.CompilerServices;
using System.Text;

namespace Aot.Differential.Tests;

/// <summary>A piece of C#: text with smaller pieces in it, so that a program can be made smaller without being parsed.</summary>
/// <param name="Sort">The type of an expression, or one of the words below.</param>
/// <param name="Parts">Strings and pieces.</param>
internal sealed record Code(string Sort, IReadOnlyList<object> Parts)
{
    public const string Statement = "statement";
    public const string Statements = "statements";
    public const string Member = "member";

    /// <summary>An expression.</summary>
    public static Code Of(Ty type, CodeText text) => new(type.Name, text.Parts);

    public static Code Do(CodeText text) => new(Statement, text.Parts);

    public static Code Block(IEnumerable<Code> statements) => new(Statements, [.. statements]);

    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text);
        return text.ToString();
    }

    /// <summary>All pieces, this one first.</summary>
    public IEnumerable<Code> Pieces() => [this, .. Parts.OfType<Code>().SelectMany(p => p.Pieces())];

    /// <summary>The same with one piece replaced, found by reference.</summary>
    public Code With(Code piece, Code replacement) => ReferenceEquals(this, piece)
        ? replacement
        : Parts.OfType<Code>().Any(p => p.Pieces().Any(inner => ReferenceEquals(inner, piece)))
            ? this with { Parts = [.. Parts.Select(p => p is Code code ? code.With(piece, replacement) : p)] }
            : this;

    private void Append(StringBuilder text)
    {
        foreach (var part in Parts)
        {
            if (part is Code code)
                code.Append(text);
            else
                text.Append(part);
            if (Sort == Statements)
                text.Append('\n');
        }
    }
}

/// <summary>Makes the parts of a piece from <c>$"({left} + {right})"</c>.</summary>
[InterpolatedStringHandler]
internal readonly struct CodeText
{
    public CodeText(int literalLength, int formattedCount) => Parts = new List<object>(formattedCount + (literalLength > 0 ? formattedCount + 1 : 0));

    public List<object> Parts { get; }

    public void AppendLiteral(string text) => Parts.Add(text);

    public void AppendFormatted(Code code) => Parts.Add(code);

    public void AppendFormatted(string text) => Parts.Add(text);

    public void AppendFormatted(int number) => Parts.Add($"{number}");

    public static implicit operator CodeText(string text)
    {
        var made = new CodeText(0, 0);
        made.AppendLiteral(text);
        return made;
    }
}
