namespace Aot.Authoring;

/// <summary>Writes a record member in DynamoDB's attribute-value form: <c>{"id":{"S":"a"},"count":{"N":"3"}}</c>.</summary>
/// <remarks>Strings, enums, <see cref="Guid"/> and <see cref="DateTimeOffset"/> are <c>S</c>; numbers <c>N</c>; <c>BOOL</c>, <c>NULL</c>, lists <c>L</c>, records <c>M</c>.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AttributeValuesAttribute : Attribute;
