namespace Aot.Local.Services.EventBridge.Patterns;

/// <summary>A text pattern in which * stands for any characters; \* and \\ are literal.</summary>
internal sealed class Wildcard
{
    private readonly List<string> _parts = [];

    private Wildcard()
    {
    }

    public static Wildcard Parse(string text, string path)
    {
        var wildcard = new Wildcard();
        var part = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '*')
            {
                if (i > 0 && text[i - 1] == '*' && part.Length == 0)
                    throw EventPattern.Invalid($"Consecutive wildcard characters at pos {i - 1} in \"{path}\"");
                wildcard._parts.Add(part.ToString());
                part.Clear();
            }
            else if (text[i] == '\\')
            {
                if (i + 1 >= text.Length || text[i + 1] is not ('*' or '\\'))
                    throw EventPattern.Invalid($"Invalid escape character at pos {i} in \"{path}\"");
                part.Append(text[++i]);
            }
            else
            {
                part.Append(text[i]);
            }
        }
        wildcard._parts.Add(part.ToString());
        return wildcard;
    }

    // Between the fixed start and end each part takes its first occurrence; that leaves most room for the next.
    public bool Matches(string text)
    {
        if (_parts.Count == 1)
            return text == _parts[0];
        var (first, last) = (_parts[0], _parts[^1]);
        if (text.Length < first.Length + last.Length || !text.StartsWith(first, StringComparison.Ordinal) || !text.EndsWith(last, StringComparison.Ordinal))
            return false;
        var (at, end) = (first.Length, text.Length - last.Length);
        foreach (var part in _parts.Skip(1).SkipLast(1))
        {
            var found = text.IndexOf(part, at, end - at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + part.Length;
        }
        return true;
    }
}
