using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Aot.Generators.Diagnostics;

/// <summary>A diagnostic without the syntax tree it points into, so that it may be cached and compares by value.</summary>
internal sealed record DiagnosticData(DiagnosticDescriptor Descriptor, EquatableArray<string> Arguments, string FilePath, TextSpan Span)
{
    /// <summary>The diagnostic at its place in the current source, where <c>#pragma warning</c> can see it.</summary>
    public Diagnostic In(Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.FirstOrDefault(t => t.FilePath == FilePath && t.Length >= Span.End);
        var location = tree is null ? Location.None : Location.Create(tree, Span);
        return Diagnostic.Create(Descriptor, location, [.. Arguments]);
    }
}
