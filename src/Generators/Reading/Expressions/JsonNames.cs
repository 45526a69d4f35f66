using Microsoft.CodeAnalysis;

namespace Aot.Generators.Reading.Expressions;

/// <summary>JSON names of members: <c>[JsonPropertyName]</c>, else the service's own in an AWS shape, else camelCase.</summary>
internal static class JsonNames
{
    public static string Of(IPropertySymbol property)
    {
        if (property.Attribute(ShapeNames.JsonPropertyNameAttribute) is { ConstructorArguments: [{ Value: string name }] })
            return name;
        return IsAwsShape(property.ContainingType) ? property.Name : CamelCase(property.Name);
    }

    public static bool IsAwsShape(ITypeSymbol type) => type.Attribute(ShapeNames.AwsShapeAttribute) is not null;

    /// <summary>The name as System.Text.Json's camel case policy writes it: <c>SeenAt</c> → <c>seenAt</c>, <c>IPAddress</c> → <c>ipAddress</c>.</summary>
    public static string CamelCase(string name)
    {
        var letters = name.ToCharArray();
        for (var i = 0; i < letters.Length && char.IsUpper(letters[i]); i++)
        {
            var isLastOfRun = i > 0 && i + 1 < letters.Length && !char.IsUpper(letters[i + 1]);
            if (isLastOfRun)
                break;
            letters[i] = char.ToLowerInvariant(letters[i]);
        }

        return new string(letters);
    }
}
