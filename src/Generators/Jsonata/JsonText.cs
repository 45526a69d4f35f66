namespace Aot.Generators.Jsonata;

/// <summary>A piece of the definition: JSON whose strings may be <c>{% … %}</c>.</summary>
internal abstract record JsonText
{
    /// <summary>A string, in which nothing is special.</summary>
    public static JsonText Of(string value) => new JsonScalar(JsonString.Quote(value));

    public static JsonText Of(bool value) => new JsonScalar(value ? "true" : "false");

    public static JsonText Of(long value) => new JsonScalar(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>A string, number, boolean or null.</summary>
/// <param name="Text">Its JSON, quotes included.</param>
internal sealed record JsonScalar(string Text) : JsonText;

internal sealed record JsonArray(EquatableArray<JsonText> Items) : JsonText;

internal sealed record JsonObject(EquatableArray<JsonProperty> Properties) : JsonText;

/// <summary>One property of a <see cref="JsonObject"/>, in the order in which it is written.</summary>
internal sealed record JsonProperty(string Name, JsonText Value);
