using System.Globalization;
using Aot.Local.Json;

namespace Aot.Local.Services.EventBridge;

/// <summary>A JSON path as targets take it: <c>$.detail.items[0]['a b']</c>.</summary>
internal sealed class EventPath
{
    private readonly List<object> _parts = [];

    private EventPath()
    {
    }

    /// <exception cref="ServiceException">ValidationException.</exception>
    public static EventPath Parse(string text)
    {
        var path = new EventPath();
        if (!text.StartsWith('$'))
            throw Invalid(text);
        var at = 1;
        while (at < text.Length)
        {
            var close = text.IndexOf(']', at);
            if (text[at] == '.')
            {
                var end = text.IndexOfAny(['.', '['], at + 1);
                end = end < 0 ? text.Length : end;
                if (end == at + 1)
                    throw Invalid(text);
                path._parts.Add(text[(at + 1)..end]);
                at = end;
            }
            else if (text[at] == '[' && close > at)
            {
                var inner = text[(at + 1)..close];
                if (inner.Length > 2 && inner[0] == '\'' && inner[^1] == '\'')
                    path._parts.Add(inner[1..^1]);
                else if (int.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                    path._parts.Add(index);
                else
                    throw Invalid(text);
                at = close + 1;
            }
            else
            {
                throw Invalid(text);
            }
        }
        return path;
    }

    /// <summary>The value there; null when the event has none.</summary>
    public Value? In(Value @event)
    {
        Value? value = @event;
        foreach (var part in _parts)
        {
            value = (part, value) switch
            {
                (string name, ObjectValue members) => members[name],
                (int index, ArrayValue items) when index < items.Count => items[index],
                _ => null,
            };
        }
        return value;
    }

    private static ServiceException Invalid(string text) => RequestErrors.Validation($"Invalid JSON path: {text}");
}
