namespace Aot.Generators.Asl;

/// <summary>JSON that an author wrote.</summary>
internal abstract record JsonValue;

/// <summary>An object, its members in order.</summary>
internal sealed record JsonMembers(EquatableArray<(string Name, JsonValue Value)> Members) : JsonValue
{
    public JsonValue? this[string name] => Members.FirstOrDefault(m => m.Name == name).Value;
}

internal sealed record JsonItems(EquatableArray<JsonValue> Items) : JsonValue;

/// <summary>A string.</summary>
internal sealed record JsonWord(string Text) : JsonValue;

/// <summary>A number in its own spelling, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
internal sealed record JsonLiteral(string Written) : JsonValue;
