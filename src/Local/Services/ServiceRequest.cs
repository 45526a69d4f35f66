using System.Globalization;
using Aot.Local.Json;

namespace Aot.Local.Services;

/// <summary>Reads an operation's input with the errors AWS gives for absent and mistyped members. JSON null counts as absent.</summary>
internal sealed class ServiceRequest(ObjectValue body, Func<string, ServiceException> missingParameter, bool textNumbers = false)
{
    /// <summary>The whole input.</summary>
    public ObjectValue Body { get; } = body;

    public bool Has(string name) => Optional(name) is not null;

    public Value? Optional(string name) => Body.TryGet(name, out var value) && value is not NullValue ? value : null;

    public string? Text(string name) => Optional(name) switch
    {
        null => null,
        StringValue text => text.Text,
        NumberValue or BooleanValue when textNumbers => Optional(name)!.ToJson(),
        var other => throw Mistyped(name, "a string", other),
    };

    public string RequiredText(string name) => Text(name) ?? throw missingParameter(name);

    public int? Integer(string name) => Optional(name) switch
    {
        null => null,
        NumberValue number when number.Number == Math.Truncate(number.Number) && Math.Abs(number.Number) <= int.MaxValue => (int)number.Number,
        StringValue text when textNumbers && int.TryParse(text.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var parsed) => parsed,
        var other => throw Mistyped(name, "an integer", other),
    };

    public bool? Flag(string name) => Optional(name) switch
    {
        null => null,
        BooleanValue flag => flag.Boolean,
        StringValue text when textNumbers && bool.TryParse(text.Text, out var parsed) => parsed,
        var other => throw Mistyped(name, "a boolean", other),
    };

    public IReadOnlyList<Value>? List(string name) => Optional(name) switch
    {
        null => null,
        ArrayValue list => list,
        var other => throw Mistyped(name, "a list", other),
    };

    public IReadOnlyList<Value> RequiredList(string name) => List(name) ?? throw missingParameter(name);

    /// <summary>A list of strings; empty when absent.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        List(name)?.Select(item => item is StringValue text ? text.Text : throw Mistyped(name, "a list of strings", item)).ToArray() ?? [];

    /// <summary>A list of structures; empty when absent.</summary>
    public IReadOnlyList<ServiceRequest> Structures(string name) =>
        List(name)?.Select(item => Nested(item, name)).ToArray() ?? [];

    public ServiceRequest? Structure(string name) => Optional(name) is { } value ? Nested(value, name) : null;

    public ServiceRequest RequiredStructure(string name) => Structure(name) ?? throw missingParameter(name);

    public ObjectValue? Object(string name) => Structure(name)?.Body;

    public ObjectValue RequiredObject(string name) => Object(name) ?? throw missingParameter(name);

    /// <summary>A map of strings; empty when absent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> TextMap(string name) =>
        Structure(name) is { } map
            ? map.Body.Select(member => KeyValuePair.Create(member.Key, map.RequiredText(member.Key))).ToArray()
            : [];

    private ServiceRequest Nested(Value value, string name) =>
        value is ObjectValue nested ? new ServiceRequest(nested, missingParameter, textNumbers) : throw Mistyped(name, "a structure", value);

    private static ServiceException Mistyped(string name, string expected, Value found) =>
        new("SerializationException", $"{name} must be {expected}, found {Shorten(found.ToJson())}");

    private static string Shorten(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
