using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Diagnostics;

/// <summary>Collects the mistakes of one workflow, so that one build shows all of them.</summary>
internal sealed class DiagnosticSink
{
    private readonly List<DiagnosticData> _diagnostics = [];
    private readonly Dictionary<SyntaxTree, Location> _redirected = [];

    /// <summary>True where nothing may be written.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>True where the author was told why.</summary>
    public bool HasReportedErrors => _diagnostics.Any(d => d.Descriptor.DefaultSeverity == DiagnosticSeverity.Error);

    public EquatableArray<DiagnosticData> Diagnostics => _diagnostics.ToEquatableArray();

    public void Report(DiagnosticDescriptor descriptor, Location location, params object[] arguments)
    {
        if (location.SourceTree is { } tree && _redirected.TryGetValue(tree, out var written))
            location = written;
        var text = arguments.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "").ToEquatableArray();
        var diagnostic = new DiagnosticData(descriptor, text, location);
        HasErrors |= descriptor.DefaultSeverity == DiagnosticSeverity.Error;

        // A condition that two rewrites read, or a method inlined twice, is still one mistake.
        if (!_diagnostics.Contains(diagnostic))
            _diagnostics.Add(diagnostic);
    }

    /// <summary>What is wrong in a tree of the compiler's own making is wrong where the author wrote what it was made of.</summary>
    public void Redirect(SyntaxTree tree, Location written) => _redirected[tree] = written;

    /// <summary>The C# itself does not compile: nothing is written, and the C# compiler says why.</summary>
    public void Reject() => HasErrors = true;
}
