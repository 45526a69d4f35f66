using Aot.Local.Json;

namespace Aot.Local.Template;

/// <summary>A resource as the template declares it; its properties may still hold intrinsic functions.</summary>
/// <param name="Line">Where it stands in the template.</param>
internal sealed record TemplateResource(string LogicalId, string Type, ObjectValue Properties, ObjectValue Metadata, int Line);
