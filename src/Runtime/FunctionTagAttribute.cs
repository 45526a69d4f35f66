namespace Aot.Runtime;

/// <summary>A tag of the function, for cost allocation and access control.</summary>
/// <param name="key">1 to 128 characters, not beginning with <c>aws:</c>.</param>
/// <param name="value">Up to 256 characters.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class FunctionTagAttribute(string key, string value) : Attribute
{
    /// <summary>The tag's name.</summary>
    public string Key { get; } = key;

    /// <summary>The tag's value.</summary>
    public string Value { get; } = value;
}
