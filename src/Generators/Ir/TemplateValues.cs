namespace Aot.Generators.Ir;

/// <summary>Reads the forms in which <c>[CloudFormationResource]</c> writes a value.</summary>
internal static class TemplateValues
{
    /// <param name="logicalId">Logical id of the resource.</param>
    /// <param name="form"><c>Ref</c>, <c>GetAtt:&lt;attribute&gt;</c>, or <c>Sub:&lt;text&gt;</c> in which <c>{id}</c> is the logical id.</param>
    public static TemplateValue Of(string logicalId, string form)
    {
        if (form.StartsWith("GetAtt:", StringComparison.Ordinal))
            return new TemplateValue(TemplateFunction.GetAtt, $"{logicalId}.{form.Substring("GetAtt:".Length)}");
        if (form.StartsWith("Sub:", StringComparison.Ordinal))
            return new TemplateValue(TemplateFunction.Sub, form.Substring("Sub:".Length).Replace("{id}", logicalId));
        return new TemplateValue(TemplateFunction.Ref, logicalId);
    }
}
