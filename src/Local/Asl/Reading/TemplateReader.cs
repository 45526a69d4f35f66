using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Model;
using Aot.Local.Json;
using Aot.Local.Jsonata;

namespace Aot.Local.Asl.Reading;

/// <summary>Compiles the JSONata fields of one state, or of one rule or handler in it.</summary>
/// <param name="reader">The object that holds the fields.</param>
/// <param name="fieldPrefix">What failures put before the field's name: <c>Choices[0]/</c>.</param>
/// <param name="expressions">Collects what was compiled, for the checks of the whole definition.</param>
internal sealed class TemplateReader(FieldReader reader, string fieldPrefix, List<ExpressionUse> expressions)
{
    private const string Open = "{%";
    private const string Close = "%}";

    /// <summary>The field as a template; null when it is absent or wrong.</summary>
    /// <param name="name">The field.</param>
    /// <param name="results">Which parts of <c>$states</c> there are at this place.</param>
    public FieldTemplate? Read(string name, StatesParts results = StatesParts.None) =>
        reader.Any(name) is { } value ? Compile(value, fieldPrefix + name, name, results) : null;

    /// <summary>Like <see cref="Read"/>, for a field that takes a literal of its own kind or an expression.</summary>
    public FieldTemplate? ReadLiteralOr(string name, Func<Value, bool> isLiteral, string expected)
    {
        var value = reader.Any(name);
        if (value is null) return null;
        if (value is StringValue { Text: var text } && text.StartsWith(Open, StringComparison.Ordinal)) return Read(name);
        if (isLiteral(value)) return new LiteralTemplate(fieldPrefix + name, value);
        reader.Error($"'{name}' must be {expected} or an expression like \"{{% $x %}}\"", name);
        return null;
    }

    /// <summary>The variables to assign.</summary>
    public IReadOnlyList<KeyValuePair<string, FieldTemplate>> ReadAssign(StatesParts results)
    {
        if (reader.Object("Assign") is not { } assign) return [];
        List<KeyValuePair<string, FieldTemplate>> variables = [];
        foreach (var (name, value) in assign.Fields)
        {
            if (VariableNames.Problem(name) is { } problem) assign.Error(problem, name);
            else variables.Add(new(name, Compile(value, $"{fieldPrefix}Assign/{name}", $"Assign/{name}", results)));
        }
        return variables;
    }

    /// <summary>The expression in a text like <c>{% $x %}</c>; null when the text is none.</summary>
    public static string? ExpressionIn(string text) =>
        text.StartsWith(Open, StringComparison.Ordinal) && text.EndsWith(Close, StringComparison.Ordinal) && text.Length >= Open.Length + Close.Length
            ? text[Open.Length..^Close.Length].Trim()
            : null;

    private FieldTemplate Compile(Value value, string field, string path, StatesParts results)
    {
        switch (value)
        {
            case StringValue { Text: var text } when text.StartsWith(Open, StringComparison.Ordinal):
                return CompileText(text, field, path, results);
            case ArrayValue array:
                var items = new List<FieldTemplate>(array.Count);
                for (var i = 0; i < array.Count; i++) items.Add(Compile(array[i], $"{field}[{i}]", $"{path}[{i}]", results));
                return items.All(item => item is LiteralTemplate) ? new LiteralTemplate(field, value) : new ArrayTemplate(field, items);
            case ObjectValue members:
                var compiled = new List<KeyValuePair<string, FieldTemplate>>(members.Count);
                foreach (var (name, member) in members)
                    compiled.Add(new(name, Compile(member, $"{field}/{name}", $"{path}/{name}", results)));
                return compiled.All(member => member.Value is LiteralTemplate) ? new LiteralTemplate(field, value) : new ObjectTemplate(field, compiled);
            default:
                return new LiteralTemplate(field, value);
        }
    }

    private FieldTemplate CompileText(string text, string field, string path, StatesParts results)
    {
        var nothing = new LiteralTemplate(field, NullValue.Instance);
        if (ExpressionIn(text) is not { } source)
        {
            reader.Error("The expression is not closed: end the string with %}", path);
            return nothing;
        }
        try
        {
            var expression = StepFunctionsOverlay.Parse(source);
            expressions.Add(new ExpressionUse(expression, reader.At(path), results));
            return new ExpressionTemplate(field, source, expression);
        }
        catch (JsonataException error)
        {
            reader.Error(error.Message, path, DiagnosticCodes.Expression, $"{error.Code} at character {error.Position} of the expression '{source}'");
            return nothing;
        }
    }
}

/// <summary>The parts of <c>$states</c> that exist only at some places.</summary>
[Flags]
internal enum StatesParts
{
    None = 0,
    Result = 1,
    ErrorOutput = 2,
}

/// <summary>An expression of a definition and where it stands.</summary>
internal sealed record ExpressionUse(Expression Expression, string Location, StatesParts Parts);
