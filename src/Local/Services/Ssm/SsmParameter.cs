using System.Text;
using Aot.Local.Json;

namespace Aot.Local.Services.Ssm;

/// <summary>One version of a parameter.</summary>
internal sealed record SsmParameter(string Name, string Arn, string Type, string Value, long Version, DateTimeOffset ModifiedAt, string? Description, string Tier)
{
    /// <param name="decrypts">False: a SecureString shows as the opaque text that its caller would see.</param>
    public ObjectValue ToShape(bool decrypts, string? selector = null) => Shape.Of(
        ("Name", Name),
        ("Type", Type),
        ("Value", Type == "SecureString" && !decrypts ? Convert.ToBase64String(Encoding.UTF8.GetBytes($"encrypted:{Value}")) : Value),
        ("Version", Version),
        ("Selector", selector),
        ("LastModifiedDate", ModifiedAt),
        ("ARN", Arn),
        ("DataType", "text"));

    public ObjectValue ToMetadata() => Shape.Of(
        ("Name", Name),
        ("ARN", Arn),
        ("Type", Type),
        ("LastModifiedDate", ModifiedAt),
        ("Description", Description),
        ("Version", Version),
        ("Tier", Tier),
        ("DataType", "text"));
}
