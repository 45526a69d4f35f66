namespace Aot.Authoring;

/// <summary>The error names in <c>ErrorEquals</c> that a <c>catch</c> of this exception stands for; its simple type name where absent.</summary>
/// <param name="names">One or more error names; the first is the one a <c>throw</c> reports.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ErrorNameAttribute(params string[] names) : Attribute
{
    /// <summary>The error names.</summary>
    public string[] Names { get; } = names;
}
