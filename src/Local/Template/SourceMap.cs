using System.Runtime.CompilerServices;
using Aot.Local.Json;

namespace Aot.Local.Template;

/// <summary>Remembers where in the template each value stands, so that a complaint about it can name the line.</summary>
internal sealed class SourceMap(string file)
{
    private readonly ConditionalWeakTable<Value, object> _lines = [];

    /// <summary>The template's path as the user gave it.</summary>
    public string File { get; } = file;

    public void Add(Value value, int line) => _lines.AddOrUpdate(value, line);

    /// <summary>The value's line; of a value that was computed, the line it is asked for on behalf of.</summary>
    public int LineOf(Value? value, int otherwise) => value is not null && _lines.TryGetValue(value, out var line) ? (int)line : otherwise;

    /// <summary>A complaint about a value.</summary>
    public TemplateException Complain(Value? value, int otherwise, string problem) => new(File, LineOf(value, otherwise), problem);
}
