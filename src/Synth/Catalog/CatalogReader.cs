using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Aot.Synth.Catalog;

/// <summary>Reads the constants the compiler emitted. The assembly is opened as a file; none of its code runs.</summary>
internal static class CatalogReader
{
    private const string Namespace = "Aot.Generated";
    private const string TypeName = "Catalog";

    /// <summary>The entries by logical id in ordinal order; none if the assembly has no workflows and no functions.</summary>
    public static IReadOnlyList<CatalogEntry> Read(string assembly)
    {
        try
        {
            using var stream = File.OpenRead(assembly);
            using var file = new PEReader(stream);
            var reader = file.GetMetadataReader();
            return reader.TypeDefinitions
                .Select(reader.GetTypeDefinition)
                .Where(type => reader.StringComparer.Equals(type.Name, TypeName) && reader.StringComparer.Equals(type.Namespace, Namespace))
                .SelectMany(type => type.GetNestedTypes())
                .Select(nested => ReadEntry(reader, reader.GetTypeDefinition(nested)))
                .OrderBy(entry => entry.LogicalId, StringComparer.Ordinal)
                .ThenBy(entry => entry.Source, StringComparer.Ordinal)
                .ToArray();
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new SynthException(new SynthProblem(
                "WF7005", assembly, 0, $"The compiled workflows cannot be read: {exception.Message} Build the project that holds them first."));
        }
    }

    private static CatalogEntry ReadEntry(MetadataReader reader, TypeDefinition type)
    {
        var constants = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var handle in type.GetFields())
        {
            var field = reader.GetFieldDefinition(handle);
            if (field.GetDefaultValue() is { IsNil: false } value && reader.GetConstant(value) is { TypeCode: ConstantTypeCode.String } constant)
                constants[reader.GetString(field.Name)] = (string)reader.GetBlobReader(constant.Value).ReadConstant(ConstantTypeCode.String)!;
        }

        if (constants.GetValueOrDefault("Resources") is not { Length: > 0 } resources)
        {
            throw new BadImageFormatException(
                $"{Namespace}.{TypeName}.{reader.GetString(type.Name)} has no constant Resources; the assembly was compiled by another version.");
        }

        return new CatalogEntry(
            constants.GetValueOrDefault("Source", ""),
            constants.GetValueOrDefault("Folder", ""),
            constants.GetValueOrDefault("Definition"),
            ResourceBlock.Split(resources));
    }
}
