namespace Aot.Generators.Ir.Expressions;

/// <summary>One member of an object type.</summary>
/// <param name="PropertyName">Name in C#.</param>
/// <param name="Name">Name in JSON.</param>
/// <param name="Type">Type of the value before <paramref name="Encoding"/>.</param>
/// <param name="Encoding">How the value is written.</param>
/// <param name="OmitWhenNull">True leaves the member out where its value is null.</param>
internal sealed record JsonMember(string PropertyName, string Name, JsonType Type, MemberEncoding Encoding = MemberEncoding.Json, bool OmitWhenNull = false);

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
