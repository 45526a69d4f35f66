using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Aot.Local.Json;

namespace Aot.Local.JsonPath;

/// <summary>What a path starts from.</summary>
internal enum PathRoot
{
    /// <summary><c>$</c></summary>
    Data,

    /// <summary><c>$$</c></summary>
    Context,

    /// <summary><c>$name</c></summary>
    Variable,
}

/// <summary>A JSONPath expression as the States Language uses it, parsed once.</summary>
internal sealed class PathExpression
{
    private readonly IReadOnlyList<PathStep> _steps;

    private PathExpression(string text, PathRoot root, string? variable, IReadOnlyList<PathStep> steps)
    {
        (Text, Root, Variable, _steps) = (text, root, variable, steps);
        IsDefinite = steps.All(step => step.IsDefinite);
    }

    public string Text { get; }

    public PathRoot Root { get; }

    public string? Variable { get; }

    /// <summary>Whether it names one place; otherwise it yields an array, also when nothing is found.</summary>
    public bool IsDefinite { get; }

    /// <summary>Whether the path is the root itself.</summary>
    public bool IsRoot => _steps.Count == 0;

    /// <summary>Reads a path; false when the text is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out PathExpression? path)
    {
        path = null;
        if (!text.StartsWith('$')) return false;
        var at = text.StartsWith("$$", StringComparison.Ordinal) ? 2 : 1;
        var root = at == 2 ? PathRoot.Context : PathRoot.Data;
        string? variable = null;
        if (at == 1 && text.Length > 1 && (char.IsLetter(text[1]) || text[1] == '_'))
        {
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_')) at++;
            (root, variable) = (PathRoot.Variable, text[1..at]);
        }
        if (PathParser.Parse(text, at) is not { } steps) return false;
        path = new PathExpression(text, root, variable, steps);
        return true;
    }

    /// <summary>What the path finds in its root; undefined when a definite path finds nothing.</summary>
    public Value? Evaluate(Value root)
    {
        if (IsDefinite)
        {
            var value = root;
            foreach (var step in _steps)
            {
                if (step.Single(value) is not { } next) return null;
                value = next;
            }
            return value;
        }
        List<Value> found = [root];
        foreach (var step in _steps) found = [.. found.SelectMany(value => step.Matches(value, root))];
        return new ArrayValue(found);
    }

    /// <summary>Says, in the service's words, where a definite path found nothing.</summary>
    public string DescribeMissing(Value root)
    {
        var value = root;
        for (var i = 0; i < _steps.Count; i++)
        {
            if (_steps[i].Single(value) is { } next) value = next;
            else return $"{(i == _steps.Count - 1 ? "No results for path:" : "Missing property in path")} {Normalized(i + 1)}";
        }
        return $"No results for path: {Normalized(_steps.Count)}";
    }

    /// <summary>A copy of <paramref name="root"/> with a value put at the path; objects are made where none are.</summary>
    public Value? Put(Value root, Value value) => Put(root, 0, value);

    private Value? Put(Value? at, int index, Value value)
    {
        if (index == _steps.Count) return value;
        switch (_steps[index])
        {
            case NameStep { Name: var name }:
                if (at is not (ObjectValue or null)) return null;
                var members = at is ObjectValue given ? new ObjectValue(given) : [];
                if (Put(members[name], index + 1, value) is not { } member) return null;
                members[name] = member;
                return members;
            case IndexStep { Index: var position } when at is ArrayValue array && position >= 0 && position < array.Count:
                if (Put(array[position], index + 1, value) is not { } item) return null;
                return new ArrayValue([.. array.Select((old, i) => i == position ? item : old)]);
            default:
                return null;
        }
    }

    private string Normalized(int count)
    {
        var text = new StringBuilder("$");
        foreach (var step in _steps.Take(count))
        {
            if (step is NameStep name) text.Append(CultureInfo.InvariantCulture, $"['{name.Name}']");
            else text.Append(CultureInfo.InvariantCulture, $"[{step}]");
        }
        return text.ToString();
    }
}
