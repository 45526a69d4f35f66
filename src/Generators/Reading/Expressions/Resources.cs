using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Reading.Expressions;

/// <summary>Reads resource handles: what their class says of the template, and their logical id.</summary>
internal static class Resources
{
    private const string GetAtt = "GetAtt:";

    /// <summary>The handle of a class with <c>[CloudFormationResource]</c>; null for another class.</summary>
    public static ResourceExpr? Read(INamedTypeSymbol type, string logicalId)
    {
        if (type.Attribute(ShapeNames.CloudFormationResourceAttribute) is not { } attribute)
            return null;

        var value = Named(attribute, "Value") ?? "Ref";
        // An ARN gets a placeholder of its own name, so that a resource may be used by both its values.
        var suffix = value.StartsWith(GetAtt, StringComparison.Ordinal) ? value[GetAtt.Length..]
            : type.FullName() == ShapeNames.StateMachineResource ? "Arn"
            : "";
        return new ResourceExpr(logicalId + suffix.Replace(".", ""), logicalId, value, Named(attribute, "Arn") ?? "GetAtt:Arn");
    }

    /// <summary>The machine of a class with <c>[StateMachine]</c>: <c>StateMachineResource.Of&lt;T&gt;()</c>.</summary>
    public static ResourceExpr? ReadMachine(INamedTypeSymbol handle, ITypeSymbol workflow)
    {
        if (workflow.Attribute(ShapeNames.StateMachineAttribute) is not { } attribute)
            return null;
        return Read(handle, attribute.ConstructorArguments is [{ Value: string name }] ? name : workflow.Name);
    }

    private static string? Named(AttributeData attribute, string name) => attribute.NamedArguments.FirstOrDefault(a => a.Key == name).Value.Value as string;
}
