namespace Aot.Generators.Ir.Expressions;

/// <summary>One member of an object type.</summary>
/// <param name="PropertyName">Name in C#.</param>
/// <param name="Name">Name in JSON.</param>
/// <param name="Type">Type of the value before <paramref name="Encoding"/>.</param>
/// <param name="Encoding">How the value is written.</param>
/// <param name="OmitWhenNull">True leaves the member out where its value is null.</param>
internal sealed record JsonMember(string PropertyName, string Name, JsonType Type, MemberEncoding Encoding = MemberEncoding.Json, bool OmitWhenNull = false)
{
    /// <summary>What an attribute-value member puts before each name of its record.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>True for an array that DynamoDB keeps as a set.</summary>
    public bool IsSet { get; init; }

    /// <summary>The values that its service accepts; null for all.</summary>
    public ValueBounds? Bounds { get; init; }
}

/// <summary>Bounds of a number, of a text's length or of a list's count.</summary>
internal sealed record ValueBounds(long Min, long Max);

/// <summary>How a member's value is written.</summary>
internal enum MemberEncoding
{
    /// <summary>As its JSON.</summary>
    Json,

    /// <summary>In DynamoDB's attribute-value form: <c>BOOL</c>, <c>NULL</c>.</summary>
    AttributeValues,

    /// <summary>The same as SDK integrations spell it, after the Java SDK: <c>Bool</c>, <c>Nul</c>.</summary>
    SdkAttributeValues,

    /// <summary>As a string that holds its JSON.</summary>
    JsonText,
}
