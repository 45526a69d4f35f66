using System.Collections.Immutable;
using Aot.Generators.Diagnostics;
using Aot.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Aot.Generators;

/// <summary>Reports what is wrong with a workflow. The generator compiles the same class and is silent.</summary>
/// <remarks>
/// An analyzer, because only its diagnostics have code fixes in editors and obey <c>SuppressMessage</c>,
/// and because they point into the trees of the newest compilation without a source output that runs at every edit.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class WorkflowAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = DescriptorSet.Of(DescriptorSet.Workflow);

    public override void Initialize(AnalysisContext context)
    {
        // A workflow that another tool wrote into a committed file is compiled like any other.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            // Publication only: a canceled search is not remembered.
            var names = new Lazy<ILookup<string, INamedTypeSymbol>>(() => MachineNames(start.Compilation, start.CancellationToken), LazyThreadSafetyMode.PublicationOnly);
            start.RegisterSymbolAction(symbol => Analyze(symbol, names), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, Lazy<ILookup<string, INamedTypeSymbol>> names)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.Find(KnownNames.StateMachineAttribute) is not { } attribute)
            return;

        var compiled = WorkflowCompiler.CompileOrExplain(type, context.Compilation, context.CancellationToken);
        foreach (var diagnostic in compiled.Diagnostics)
            context.ReportDiagnostic(diagnostic.ToDiagnostic());
        var name = WorkflowClassReader.NameOf(type, attribute);
        if (compiled.Transitions is { } transitions)
            context.ReportDiagnostic(Diagnostic.Create(StatementDescriptors.Transitions, WorkflowClassReader.LocationOf(type), name, transitions));
        if (names.Value[name].Skip(1).Any())
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.MachineName, WorkflowClassReader.LocationOf(type), name, "another workflow has the same name"));
    }

    private static ILookup<string, INamedTypeSymbol> MachineNames(Compilation compilation, CancellationToken cancellation)
    {
        var open = new Stack<INamespaceOrTypeSymbol>([compilation.Assembly.GlobalNamespace]);
        var machines = new List<(string Name, INamedTypeSymbol Type)>();
        while (open.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var member in open.Pop().GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                open.Push(member);
                if (member is INamedTypeSymbol type && type.Find(KnownNames.StateMachineAttribute) is { } attribute)
                    machines.Add((WorkflowClassReader.NameOf(type, attribute), type));
            }
        }

        return machines.ToLookup(m => m.Name, m => m.Type, StringComparer.Ordinal);
    }
}
