namespace Aot.Authoring;

/// <summary>Keeps an array as a DynamoDB set: <c>{"SS":["a","b"]}</c> for texts, <c>{"NS":["1","2"]}</c> for numbers.</summary>
/// <remarks>DynamoDB refuses empty sets and values that occur twice.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class AttributeSetAttribute : Attribute;
