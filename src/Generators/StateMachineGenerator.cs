using System.Text;
using Aot.Generators.CSharp;
using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Aot.Generators;

/// <summary>Wires the compiler into the build: a class with <c>[StateMachine]</c> → compile → one source file, and its diagnostics.</summary>
[Generator]
internal sealed class StateMachineGenerator : IIncrementalGenerator
{
    /// <summary>The step whose output is compared: an edit that leaves a machine as it was ends there.</summary>
    public const string MachinesStep = "Machines";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var compiled = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownNames.StateMachineAttribute, static (node, _) => node is ClassDeclarationSyntax, Compile);
        var projectFolder = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            options.GlobalOptions.TryGetValue("build_property.projectdir", out var folder) ? folder : null);

        var machines = compiled.Collect().SelectMany(static (all, _) => all
            .Select(c => c.Machine).OfType<CompiledMachine>()
            .GroupBy(m => m.Name).Where(g => g.Count() == 1).Select(g => g.Single()))
            .WithTrackingName(MachinesStep);
        context.RegisterSourceOutput(machines.Combine(projectFolder), static (output, pair) =>
        {
            var (machine, folder) = pair;
            var qualified = machine.Namespace.Length == 0 ? machine.ClassName : $"{machine.Namespace}.{machine.ClassName}";
            output.AddSource($"{qualified}.StateMachine.g.cs", SourceText.From(MachineSource.Write(machine, folder), Encoding.UTF8));
        });

        // Not cached: locations must point into the trees of this very compilation, or #pragma would not see them.
        context.RegisterSourceOutput(compiled.Collect().Combine(context.CompilationProvider), static (output, pair) =>
        {
            var (all, compilation) = pair;
            foreach (var diagnostic in all.SelectMany(c => c.Diagnostics).Concat(NameClashes(all)))
                output.ReportDiagnostic(diagnostic.In(compilation));
        });
    }

    private static CompiledClass Compile(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var location = ((ClassDeclarationSyntax)context.TargetNode).Identifier.GetLocation();
        var place = new DiagnosticData(Descriptors.MachineName, [], location.SourceTree?.FilePath ?? "", location.SourceSpan);
        try
        {
            var result = WorkflowCompiler.Compile(type, context.SemanticModel.Compilation, cancellation);
            return new CompiledClass(result.Machine, result.Diagnostics, place);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // An exception here would silence every workflow of the project; as a diagnostic it names the one to report.
            var fault = place with { Descriptor = Descriptors.SelfCheckFailed, Arguments = [type.Name, $"{exception.GetType().Name}: {exception.Message}"] };
            return new CompiledClass(null, [fault], place);
        }
    }

    private static IEnumerable<DiagnosticData> NameClashes(IEnumerable<CompiledClass> all) => all
        .Where(c => c.Machine is not null)
        .GroupBy(c => c.Machine!.Name)
        .Where(g => g.Count() > 1)
        .SelectMany(g => g.Select(c => c.Place with { Arguments = [g.Key, "another workflow has the same name"] }));

    /// <summary>What leaves the transform: text and values only, no symbol, node or compilation.</summary>
    private sealed record CompiledClass(CompiledMachine? Machine, EquatableArray<DiagnosticData> Diagnostics, DiagnosticData Place);
}
