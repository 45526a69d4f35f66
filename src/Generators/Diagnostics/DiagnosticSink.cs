using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Diagnostics;

/// <summary>Collects the mistakes of one workflow, so that one build shows all of them.</summary>
internal sealed class DiagnosticSink
{
    private readonly List<DiagnosticData> _diagnostics = [];

    /// <summary>True where nothing may be written.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>True where the author was told why.</summary>
    public bool HasReportedErrors => _diagnostics.Any(d => d.Descriptor.DefaultSeverity == DiagnosticSeverity.Error);

    public EquatableArray<DiagnosticData> Diagnostics => _diagnostics.ToEquatableArray();

    public void Report(DiagnosticDescriptor descriptor, Location location, params object[] arguments)
    {
        var text = arguments.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "").ToEquatableArray();
        var diagnostic = new DiagnosticData(descriptor, text, location);
        HasErrors |= descriptor.DefaultSeverity == DiagnosticSeverity.Error;

        // A condition that two rewrites read, or a method inlined twice, is still one mistake.
        if (!_diagnostics.Contains(diagnostic))
            _diagnostics.Add(diagnostic);
    }

    /// <summary>The C# itself does not compile: nothing is written, and the C# compiler says why.</summary>
    public void Reject() => HasErrors = true;
}
