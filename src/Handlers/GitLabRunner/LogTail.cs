using System.Text;

namespace Aot.Handlers.GitLabRunner;

/// <summary>The last lines of a log, whatever its length.</summary>
/// <param name="maxChars">How much is kept.</param>
internal sealed class LogTail(int maxChars)
{
    private readonly StringBuilder _text = new();
    private bool _isCut;

    /// <summary>Adds a line; null, the end of a stream, adds nothing. Safe from several threads.</summary>
    public void AppendLine(string? line)
    {
        if (line is null)
            return;
        lock (_text)
        {
            _text.Append(line).Append('\n');
            if (_text.Length <= maxChars)
                return;
            _text.Remove(0, _text.Length - maxChars);
            _isCut = true;
        }
    }

    /// <summary>The text, beginning with an ellipsis where something was cut.</summary>
    public override string ToString()
    {
        lock (_text)
            return _isCut ? $"…{_text}" : _text.ToString();
    }
}
