namespace Aot.Authoring;

/// <summary>A tag of the state machine, for cost allocation and access control.</summary>
/// <param name="key">1 to 128 characters, not beginning with <c>aws:</c>.</param>
/// <param name="value">Up to 256 characters.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class TagAttribute(string key, string value) : Attribute
{
    /// <summary>The tag's name.</summary>
    public string Key { get; } = key;

    /// <summary>The tag's value.</summary>
    public string Value { get; } = value;
}
