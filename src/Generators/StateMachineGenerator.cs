using System.Text;
using Aot.Generators.CSharp;
using Aot.Generators.Ir;
using Aot.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Aot.Generators;

/// <summary>Wires the compiler into the build: a class with <c>[StateMachine]</c> → compile → one source file.</summary>
/// <remarks>Silent: <see cref="WorkflowAnalyzer"/> says what is wrong with a class that gets no file.</remarks>
[Generator]
internal sealed class StateMachineGenerator : IIncrementalGenerator
{
    /// <summary>The step whose output is compared: an edit that leaves a machine as it was ends there.</summary>
    public const string MachinesStep = "Machines";

    /// <summary>What the transform gives for each class.</summary>
    public const string CompiledStep = "Compiled";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var compiled = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownNames.StateMachineAttribute, static (node, _) => node is ClassDeclarationSyntax, Compile)
            .WithTrackingName(CompiledStep);
        var projectFolder = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            options.GlobalOptions.TryGetValue("build_property.projectdir", out var folder) ? folder : null);

        var machines = compiled.Collect().SelectMany(static (all, _) => all
            .GroupBy(c => c.Name).Where(g => g.Count() == 1).Select(g => g.Single().Machine).OfType<CompiledMachine>())
            .WithTrackingName(MachinesStep);
        context.RegisterSourceOutput(machines.Combine(projectFolder), static (output, pair) =>
        {
            var (machine, folder) = pair;
            var qualified = machine.Namespace.Length == 0 ? machine.ClassName : $"{machine.Namespace}.{machine.ClassName}";
            output.AddSource($"{qualified}.StateMachine.g.cs", SourceText.From(MachineSource.Write(machine, folder), Encoding.UTF8));
        });
    }

    private static NamedMachine Compile(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var compiled = WorkflowCompiler.CompileOrExplain(type, context.SemanticModel.Compilation, cancellation);
        return new NamedMachine(WorkflowClassReader.NameOf(type, context.Attributes[0]), compiled.Machine);
    }

    /// <summary>What leaves the transform: text and values only, no symbol, node or location.</summary>
    /// <param name="Name">The name, which no other machine may have.</param>
    /// <param name="Machine">Null where there are errors.</param>
    private sealed record NamedMachine(string Name, CompiledMachine? Machine);
}
