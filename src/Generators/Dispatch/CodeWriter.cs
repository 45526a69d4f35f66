using System.Text;

namespace Aot.Generators.Dispatch;

/// <summary>Lines of C# with their indentation.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public CodeWriter Line(string line = "")
    {
        if (line.Length > 0)
            _text.Append(' ', _depth * 4).Append(line);
        _text.Append('\n');
        return this;
    }

    public CodeWriter Open(string line)
    {
        Line(line).Line("{");
        _depth++;
        return this;
    }

    public CodeWriter Close(string end = "}")
    {
        _depth--;
        return Line(end);
    }

    /// <summary>A line one step further in: the body of an if without braces.</summary>
    public CodeWriter Inner(string line)
    {
        _depth++;
        Line(line);
        _depth--;
        return this;
    }

    public override string ToString() => _text.ToString();
}
