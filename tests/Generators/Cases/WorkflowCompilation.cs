using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aot.Generators.Tests.Cases;

/// <summary>Compiles workflow sources as a project that references Authoring and Runtime would.</summary>
internal static class WorkflowCompilation
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading.Tasks;
        global using Aot.Authoring;
        global using Aot.Runtime;
        """;

    private static readonly MetadataReference[] _references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path) is var name
            && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Aot.Authoring.dll" or "Aot.Runtime.dll" or "Aot.Handlers.dll"))
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .ToArray();

    /// <summary>The sources of a case: its own and the actors that all cases share.</summary>
    public static CSharpCompilation WithActors(string source) =>
        Of([("workflow.cs", source), .. CaseFolder.ActorFiles.Select(path => (Path.GetFileName(path), File.ReadAllText(path)))]);

    public static CSharpCompilation Of(params (string Path, string Text)[] sources) => CSharpCompilation.Create(
        $"Case{Guid.NewGuid():N}",
        [.. sources.Append(("Usings.cs", Usings)).Select(s => CSharpSyntaxTree.ParseText(s.Item2, new CSharpParseOptions(LanguageVersion.CSharp14), s.Item1))],
        _references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The class with <c>[StateMachine]</c>, compiled.</summary>
    public static WorkflowCompiler.CompiledWorkflow Compile(CSharpCompilation compilation)
    {
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var workflow = compilation.SyntaxTrees
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.ClassDeclarationSyntax>()
                .Select(node => (INamedTypeSymbol)compilation.GetSemanticModel(tree).GetDeclaredSymbol(node)!))
            .First(type => type.GetAttributes().Any(a => a.AttributeClass?.Name == "StateMachineAttribute"));
        return WorkflowCompiler.Compile(workflow, compilation, CancellationToken.None);
    }
}
