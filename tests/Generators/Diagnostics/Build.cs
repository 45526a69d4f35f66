using System.Collections.Immutable;
using Aot.Generators.Dispatch;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Aot.Generators.Tests.Diagnostics;

/// <summary>What a build does with a compilation: the generators run, then the analyzers see what came out.</summary>
/// <param name="Output">The compilation with the generated files.</param>
/// <param name="Diagnostics">What the analyzers found wrong, suppressed ones included and marked.</param>
/// <param name="Machines">The files of the workflows that were compiled.</param>
internal sealed record Build(Compilation Output, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<SyntaxTree> Machines)
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> _analyzers = [new WorkflowAnalyzer(), new DispatchAnalyzer()];

    /// <summary>What the analyzers said without finding anything wrong.</summary>
    public IReadOnlyList<Diagnostic> Remarks { get; init; } = [];

    /// <summary>Diagnostics that reach the author.</summary>
    public IEnumerable<Diagnostic> Shown => Diagnostics.Where(d => !d.IsSuppressed);

    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new StateMachineGenerator().AsSourceGenerator(), new FunctionResourceGenerator().AsSourceGenerator(), new DispatchGenerator().AsSourceGenerator()],
        parseOptions: new CSharpParseOptions(LanguageVersion.CSharp14),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <param name="compilation">The author's sources.</param>
    /// <param name="editorConfig">Text of an <c>.editorconfig</c> above all of them.</param>
    public static async Task<Build> RunAsync(Compilation compilation, string editorConfig = "")
    {
        compilation = compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(new Severities(editorConfig)));
        var driver = Driver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out var generatorDiagnostics);
        Assert.Empty(generatorDiagnostics);
        var diagnostics = await AnalyzeAsync(output);
        var remarks = diagnostics.Where(d => d.Descriptor.DefaultSeverity == DiagnosticSeverity.Info).ToList();
        return new Build(output, [.. diagnostics.Except(remarks)], [.. driver.GetRunResult().GeneratedTrees.Where(t => t.FilePath.EndsWith(".StateMachine.g.cs", StringComparison.Ordinal))]) { Remarks = remarks };
    }

    private static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(Compilation compilation)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        var diagnostics = await compilation.WithAnalyzers(_analyzers, options).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    /// <summary>Severities of an <c>.editorconfig</c>, as csc takes them.</summary>
    private sealed class Severities(string editorConfig) : SyntaxTreeOptionsProvider
    {
        private readonly ImmutableDictionary<string, ReportDiagnostic> _options = AnalyzerConfigSet
            .Create(ImmutableArray.Create(AnalyzerConfig.Parse($"root = true\n[*.cs]\n{editorConfig}\n", "/.editorconfig"))).GetOptionsForSourcePath("/any.cs").TreeOptions;

        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            _options.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = default;
            return false;
        }
    }
}
