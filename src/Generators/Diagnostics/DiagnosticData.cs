using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Aot.Generators.Diagnostics;

/// <summary>A mistake at its place. Compares by value; it points into a syntax tree, so nothing that is cached may hold one.</summary>
internal sealed record DiagnosticData(DiagnosticDescriptor Descriptor, EquatableArray<string> Arguments, Location Location)
{
    public TextSpan Span => Location.SourceSpan;

    /// <summary>The arguments go along as properties <c>0</c>, <c>1</c>, …, so that a code fix need not read the message.</summary>
    public Diagnostic ToDiagnostic()
    {
        var properties = Arguments.Select((argument, index) => new KeyValuePair<string, string?>(index.ToString(CultureInfo.InvariantCulture), argument)).ToImmutableDictionary();
        return Diagnostic.Create(Descriptor, Location, properties, [.. Arguments]);
    }
}
