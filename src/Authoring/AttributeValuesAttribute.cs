namespace Aot.Authoring;

/// <summary>Writes a request member in DynamoDB's attribute-value form, and reads a response member from it: <c>{"id":{"S":"a"},"count":{"N":"3"}}</c>.</summary>
/// <remarks>
/// Strings, enums, <see cref="Guid"/> and <see cref="DateTimeOffset"/> are <c>S</c>; numbers <c>N</c>; <c>BOOL</c>, <c>NULL</c>, arrays <c>L</c>, records <c>M</c>,
/// arrays with <see cref="AttributeSetAttribute"/> <c>SS</c> or <c>NS</c>. A nullable member is null where the attribute is absent.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AttributeValuesAttribute : Attribute
{
    /// <summary>What stands before each name, such as <c>:</c> for the values of an expression.</summary>
    public string Prefix { get; init; } = "";
}
