namespace Aot.Authoring;

/// <summary>Writes a member as JSON text: the service sees a string that holds the value's JSON.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class JsonTextAttribute : Attribute;
