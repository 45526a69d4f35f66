using System.Collections.Immutable;
using Aot.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Aot.Generators.Dispatch;

/// <summary>Reports the functions that <see cref="DispatchGenerator"/> leaves out.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DispatchAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = DescriptorSet.Of(DescriptorSet.Dispatch);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();

        // Of the whole compilation: most functions come with referenced assemblies, and two of one name are a mistake of neither.
        context.RegisterCompilationAction(static end =>
        {
            foreach (var diagnostic in DispatchCompiler.Compile(end.Compilation, end.CancellationToken).Diagnostics)
                end.ReportDiagnostic(diagnostic);
        });
    }
}
