using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Model;
using Aot.Local.Json;
using Aot.Local.JsonPath;

namespace Aot.Local.Asl.Reading;

/// <summary>Compiles the JSONPath fields of one state, or of one rule or handler in it.</summary>
internal sealed class PathReader(FieldReader reader, string fieldPrefix)
{
    /// <summary>A field that is a path or a call of an intrinsic function; null when it is absent or wrong.</summary>
    /// <param name="name">The field.</param>
    /// <param name="isPayload">Whether a failure speaks of it as of a member of a payload.</param>
    public FieldTemplate? Path(string name, bool isPayload = false)
    {
        if (reader.Text(name) is not { } text) return null;
        if (Reference(text, fieldPrefix + name, isPayload) is { } template) return template;
        reader.Error($"The value for the field '{name}' must be a valid JSONPath or a valid intrinsic function call", name);
        return null;
    }

    /// <summary>InputPath or OutputPath: a path, or null for an empty object.</summary>
    public FieldTemplate? DataPath(string name) => reader.Any(name) switch
    {
        NullValue => new LiteralTemplate(fieldPrefix + name, new ObjectValue()),
        StringValue { Text: "$" } => null,
        _ => Path(name),
    };

    /// <summary>A field in whose objects members named <c>….$</c> are paths or calls.</summary>
    public FieldTemplate? Payload(string name) => reader.Any(name) is { } value ? Compile(value, fieldPrefix + name, name) : null;

    /// <summary>The variables to assign.</summary>
    public IReadOnlyList<KeyValuePair<string, FieldTemplate>> Assign()
    {
        if (reader.Object("Assign") is not { } assign || Payload("Assign") is not { } template) return [];
        List<KeyValuePair<string, FieldTemplate>> variables = template is ObjectTemplate compiled
            ? [.. compiled.Members]
            : [.. assign.Fields.Select(member => KeyValuePair.Create<string, FieldTemplate>(member.Key, new LiteralTemplate(member.Key, member.Value)))];
        foreach (var (name, _) in variables)
        {
            if (VariableNames.Problem(name) is { } problem) assign.Error(problem, assign.Has(name) ? name : name + ".$");
        }
        return variables;
    }

    private FieldTemplate Compile(Value value, string field, string path)
    {
        switch (value)
        {
            case ArrayValue array:
                var items = array.Select((item, i) => Compile(item, $"{field}[{i}]", $"{path}[{i}]")).ToList();
                return items.All(item => item is LiteralTemplate) ? new LiteralTemplate(field, value) : new ArrayTemplate(field, items);
            case ObjectValue members:
                var compiled = members.Select(member => Member(member.Key, member.Value, field, path)).ToList();
                return compiled.All(member => member.Value is LiteralTemplate) ? new LiteralTemplate(field, value) : new ObjectTemplate(field, compiled);
            default:
                return new LiteralTemplate(field, value);
        }
    }

    private KeyValuePair<string, FieldTemplate> Member(string name, Value value, string field, string path)
    {
        if (!name.EndsWith(".$", StringComparison.Ordinal))
        {
            if (LooksDynamic(value))
                reader.Warn(DiagnosticCodes.NoDollar, $"The value of '{name}' looks like a JSONPath or intrinsic function. Use '{name}.$' to evaluate it at runtime.", $"{path}/{name}");
            return new(name, Compile(value, $"{field}/{name}", $"{path}/{name}"));
        }
        var template = value is StringValue text ? Reference(text.Text, $"{field}/{name}", isPayload: true) : null;
        if (template is null) reader.Error($"The value for the field '{name}' must be a valid JSONPath or a valid intrinsic function call", path);
        return new(name[..^2], template ?? new PathTemplate(field, _nothing, isPayload: true));
    }

    /// <summary>Whether a literal looks as if somebody meant it to be evaluated.</summary>
    public static bool LooksDynamic(Value value) => value switch
    {
        StringValue { Text: var text } => text.StartsWith("$.", StringComparison.Ordinal) || text.StartsWith("$$.", StringComparison.Ordinal) || IntrinsicCall.TryParse(text, out _),
        _ => false,
    };

    private static readonly PathExpression _nothing = PathExpression.TryParse("$", out var root) ? root : throw new InvalidOperationException("$ is a path.");

    private static FieldTemplate? Reference(string text, string field, bool isPayload)
    {
        if (PathExpression.TryParse(text, out var path)) return new PathTemplate(field, path, isPayload);
        return IntrinsicCall.TryParse(text, out var call) ? new IntrinsicTemplate(field, text, call) : null;
    }
}
