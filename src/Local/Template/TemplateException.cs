namespace Aot.Local.Template;

/// <summary>The template cannot be run as it stands; the message begins with file and line, as compilers do.</summary>
internal sealed class TemplateException(string file, int line, string problem) : Exception($"{file}({line}): {problem}")
{
    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;
}
