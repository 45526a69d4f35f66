using System.Reflection;
using System.Runtime.Loader;
using Aot.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aot.Differential.Tests.Running;

/// <summary>Many programs in one compilation and one assembly, which costs a fraction of one each.</summary>
internal sealed class Batch
{
    private static readonly CSharpParseOptions _parseOptions = new(LanguageVersion.CSharp14);

    private static readonly string _cases = Path.Combine(
        typeof(Batch).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!, "tests", "Cases");

    // Compilations that grow from one share what was read of the references.
    private static readonly CSharpCompilation _empty = CSharpCompilation.Create(
        "Empty",
        [.. new[] { "Actors.cs", "RandomActors.cs" }.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(_cases, file)), _parseOptions, file))],
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Aot.Authoring.dll" or "Aot.Runtime.dll"))
            .Select(path => MetadataReference.CreateFromFile(path))],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>Compiles all programs, natively and as state machines.</summary>
    public static IReadOnlyList<Compiled> Compile(IReadOnlyList<RandomProgram> programs)
    {
        var trees = programs.Select((p, i) => CSharpSyntaxTree.ParseText(p.Source($"P{i}"), _parseOptions, $"P{i}.cs")).ToArray();
        var compilation = _empty.WithAssemblyName($"Batch{Guid.NewGuid():N}").AddSyntaxTrees(trees);
        var mistakes = Enumerable.Empty<Diagnostic>().ToLookup(d => d.Location.SourceTree);
        if (Load(compilation) is not { } assembly)
        {
            mistakes = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToLookup(d => d.Location.SourceTree);
            compilation = compilation.RemoveSyntaxTrees(trees.Where(mistakes.Contains));
            assembly = Load(compilation) ?? throw new InvalidOperationException("The actors do not compile.");
        }

        return [.. programs.Select((program, i) => mistakes.Contains(trees[i])
            ? new Compiled(program, null, null, [.. mistakes[trees[i]].Select(d => d.ToString())], null)
            : CompileOne(program, trees[i], compilation, assembly.GetType($"P{i}.Workflow")!))];
    }

    // What overflows is found out by checking; the compiler reads the program as it is, unchecked.
    private static Assembly? Load(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        if (!compilation.WithOptions(compilation.Options.WithOverflowChecks(true)).Emit(image).Success)
            return null;
        image.Position = 0;
        return new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true).LoadFromStream(image);
    }

    private static Compiled CompileOne(RandomProgram program, SyntaxTree tree, CSharpCompilation compilation, Type type)
    {
        var declaration = tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().First();
        var symbol = compilation.GetSemanticModel(tree).GetDeclaredSymbol(declaration)!;
        try
        {
            var result = WorkflowCompiler.Compile(symbol, compilation, CancellationToken.None);
            var refusals = result.Diagnostics.Where(d => d.Descriptor.DefaultSeverity == DiagnosticSeverity.Error)
                .Select(d => $"{d.ToDiagnostic()}").ToArray();
            return new Compiled(program, type, result.Machine?.Definition, [], refusals);
        }
        catch (Exception exception)
        {
            return new Compiled(program, type, null, [], [$"CRASH {exception}"]);
        }
    }
}

/// <summary>A program, ready to be run both ways.</summary>
/// <param name="Program">What was compiled.</param>
/// <param name="Type">The workflow class; null where the C# is wrong.</param>
/// <param name="Definition">Null where the program was refused.</param>
/// <param name="Mistakes">Errors of the C# compiler: a fault of the program's writer.</param>
/// <param name="Refusals">Errors of the workflow compiler.</param>
internal sealed record Compiled(RandomProgram Program, Type? Type, string? Definition, IReadOnlyList<string> Mistakes, IReadOnlyList<string>? Refusals);
