using Aot.Generators.CSharp;
using Aot.Generators.Dispatch;
using Aot.Generators.Reading;
using Aot.Generators.Sam;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aot.Generators.Tests.Fuzz;

/// <summary>Runs everything that a build runs on a source, without the net that turns an exception into a diagnostic.</summary>
internal static class Fuzzed
{
    /// <summary>What went wrong, or null: an exception of the compiler's, or its own report that it is at fault.</summary>
    public static string? Fault(CSharpCompilation compilation)
    {
        try
        {
            foreach (var workflow in Workflows(compilation))
            {
                var compiled = WorkflowCompiler.Compile(workflow, compilation, CancellationToken.None);
                if (compiled.Diagnostics.FirstOrDefault(d => d.Descriptor.Id == "WF9001") is { } fault)
                    return string.Join(": ", fault.Arguments);
                foreach (var diagnostic in compiled.Diagnostics)
                    _ = diagnostic.ToDiagnostic().GetMessage(null);
                if (compiled.Machine is { } machine)
                    MachineSource.Write(machine, null);
            }

            foreach (var function in LambdaFunctionReader.Read(compilation, CancellationToken.None))
                FunctionSource.Write(function, 1);
            _ = DispatchCompiler.Compile(compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication)), CancellationToken.None).Diagnostics;
            return null;
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }

    private static IEnumerable<INamedTypeSymbol> Workflows(CSharpCompilation compilation)
    {
        var tree = compilation.SyntaxTrees.Single(t => t.FilePath == "workflow.cs");
        var model = compilation.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>()
            .Select(node => model.GetDeclaredSymbol(node)).OfType<INamedTypeSymbol>()
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .Where(type => type.Find(KnownNames.StateMachineAttribute) is not null);
    }
}
