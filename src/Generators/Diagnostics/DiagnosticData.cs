using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Aot.Generators.Diagnostics;

/// <summary>A mistake at its place. Compares by value; it points into a syntax tree, so nothing that is cached may hold one.</summary>
internal sealed record DiagnosticData(DiagnosticDescriptor Descriptor, EquatableArray<string> Arguments, Location Location)
{
    public TextSpan Span => Location.SourceSpan;

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Location, [.. Arguments]);
}
