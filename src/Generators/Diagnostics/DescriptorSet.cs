using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Diagnostics;

/// <summary>Finds the descriptors of an analyzer, so that declaring one in this assembly is all it takes to report it.</summary>
internal static class DescriptorSet
{
    /// <summary>Category of what is wrong with a workflow.</summary>
    public const string Workflow = "Aot.Workflow";

    /// <summary>Category of what is wrong with a Lambda function.</summary>
    public const string Dispatch = "Aot.Dispatch";

    /// <summary>The descriptors of a category, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Of(string category) =>
        [.. All.Where(d => d.Category == category)];

    /// <summary>Every descriptor, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        .. typeof(DescriptorSet).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: true, IsSealed: true })
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(field => (DiagnosticDescriptor)field.GetValue(null))
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal),
    ];
}
