using Aot.Local.Asl.Model;
using Aot.Local.Json;

namespace Aot.Local.Asl.Reading;

/// <summary>Reads the fields of one object of a definition and notes what is wrong with them.</summary>
internal sealed class FieldReader(ObjectValue fields, string location, List<Diagnostic> diagnostics)
{
    public ObjectValue Fields { get; } = fields;

    public string Location { get; } = location;

    public bool Has(string name) => Fields.Has(name);

    public Value? Any(string name) => Fields[name];

    /// <summary>The path of a field; the root's own path is <c>/</c>.</summary>
    public string At(string field) => $"{Location}/{field}";

    public void Error(string message, string? field = null, string code = DiagnosticCodes.Schema, string? hint = null) =>
        diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, code, message, Place(field)) { Hint = hint });

    public void Warn(string code, string message, string? field = null) =>
        diagnostics.Add(new Diagnostic(DiagnosticSeverity.Warning, code, message, Place(field)));

    public bool Require(params ReadOnlySpan<string> names)
    {
        List<string> missing = [];
        foreach (var name in names)
        {
            if (!Has(name)) missing.Add(name);
        }
        if (missing.Count == 0) return true;
        Error($"These fields are required: [{string.Join(", ", missing)}]");
        return false;
    }

    public string? Text(string name)
    {
        switch (Any(name))
        {
            case null: return null;
            case StringValue { Text.Length: > 0 } text: return text.Text;
            case StringValue:
                Error("Value cannot be empty", name);
                return null;
            default:
                Error("Expected value of type [STRING]", name);
                return null;
        }
    }

    public bool? Boolean(string name)
    {
        switch (Any(name))
        {
            case null: return null;
            case BooleanValue boolean: return boolean.Boolean;
            default:
                Error($"'{name}' must be true or false", name);
                return null;
        }
    }

    public double? Number(string name, double min, double max, bool isWhole = true)
    {
        switch (Any(name))
        {
            case null: return null;
            case NumberValue { Number: var number } when number >= min && number <= max && (!isWhole || number == Math.Floor(number)): return number;
            default:
                Error($"'{name}' must be {(isWhole ? "a whole" : "a")} number from {min} to {max}", name);
                return null;
        }
    }

    /// <summary>The objects of an array field; a mistake is noted for what is none.</summary>
    public IEnumerable<FieldReader> Objects(string name, bool mayBeEmpty = false)
    {
        if (Any(name) is not { } value) yield break;
        if (value is not ArrayValue array)
        {
            Error($"'{name}' must be an array of objects{(mayBeEmpty ? "" : " with at least one item")}", name);
            yield break;
        }
        if (array.Count == 0 && !mayBeEmpty) Error("Value cannot be empty", name);
        for (var i = 0; i < array.Count; i++)
        {
            if (array[i] is ObjectValue item) yield return new FieldReader(item, $"{At(name)}[{i}]", diagnostics);
            else Error("This must be an object", $"{name}[{i}]");
        }
    }

    public FieldReader? Object(string name)
    {
        switch (Any(name))
        {
            case null: return null;
            case ObjectValue value: return new FieldReader(value, At(name), diagnostics);
            default:
                Error($"'{name}' must be an object", name);
                return null;
        }
    }

    private string Place(string? field) => field is not null ? At(field) : Location.Length == 0 ? "/" : Location;
}
