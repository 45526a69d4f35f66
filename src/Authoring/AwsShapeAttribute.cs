namespace Aot.Authoring;

/// <summary>A request or response of an AWS service: property names are the service's own, and null members are left out.</summary>
/// <remarks>Types without this attribute are payloads: camelCase names, nulls written.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class AwsShapeAttribute : Attribute;
