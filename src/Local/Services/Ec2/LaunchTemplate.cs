using Aot.Local.Json;

namespace Aot.Local.Services.Ec2;

/// <summary>A launch template with one version: what instances are launched with unless the request says otherwise.</summary>
internal sealed record LaunchTemplate(string Id, string Name, ObjectValue Data, DateTimeOffset CreatedAt)
{
    public ObjectValue ToShape() => Shape.Of(
        ("LaunchTemplateId", Id),
        ("LaunchTemplateName", Name),
        ("CreateTime", CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture)),
        ("DefaultVersionNumber", 1),
        ("LatestVersionNumber", 1));

    public ObjectValue ToVersionShape()
    {
        var shape = ToShape();
        return Shape.Of(
            ("LaunchTemplateId", Id),
            ("LaunchTemplateName", Name),
            ("CreateTime", shape["CreateTime"]),
            ("VersionNumber", 1),
            ("DefaultVersion", true),
            ("LaunchTemplateData", Data));
    }
}
