namespace Aot.Local.Json;

/// <summary>A text is not JSON.</summary>
/// <param name="problem">What is wrong, as a sentence without its full stop.</param>
/// <param name="position">Bytes before the place.</param>
/// <param name="line">Line of the place, from 1.</param>
/// <param name="column">Bytes into the line, from 1.</param>
internal sealed class JsonFormatException(string problem, int position, int line, int column)
    : FormatException($"{problem} (line {line}, column {column}).")
{
    /// <summary>What the parser behind the service would name as missing: <c>comma to separate Object entries</c>; null where it has no such words.</summary>
    public string? Expected { get; init; }

    public int Position { get; } = position;

    public int Line { get; } = line;

    public int Column { get; } = column;
}
