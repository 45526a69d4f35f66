using System.Reflection;
using Aot.Generators.Tests.Cases;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aot.Generators.Tests.Fuzz;

/// <summary>Every workflow of the repository: the cases and the three systems.</summary>
/// <param name="Name">What a failing test is called.</param>
/// <param name="Text">The source.</param>
internal sealed record Corpus(string Name, string Text)
{
    private const string Path = "workflow.cs";

    private static readonly CSharpCompilation _cases = Bound(WorkflowCompilation.WithActors(""));
    private static readonly CSharpCompilation _systems = Bound(WorkflowCompilation.Of((Path, "")));

    public static IReadOnlyList<Corpus> All { get; } = [.. Cases().Concat(Systems())];

    public static TheoryData<string> Names => new(All.Select(file => file.Name));

    public bool IsSystem => Name.StartsWith("src/", StringComparison.Ordinal);

    public static Corpus Of(string name) => All.Single(file => file.Name == name);

    /// <summary>The file with another text, among the sources that it needs.</summary>
    public CSharpCompilation With(string text)
    {
        var all = IsSystem ? _systems : _cases;
        var old = all.SyntaxTrees.Single(tree => tree.FilePath == Path);
        return all.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)old.Options, Path));
    }

    private static IEnumerable<Corpus> Cases() =>
        Directory.GetDirectories(CaseFolder.Root).Order(StringComparer.Ordinal).Select(folder => System.IO.Path.GetFileName(folder)!)
            .Select(name => new Corpus(name, new CaseFolder(name).Workflow));

    private static IEnumerable<Corpus> Systems()
    {
        var root = typeof(Corpus).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
        return Directory.EnumerateFiles(System.IO.Path.Combine(root, "src", "StateMachines"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(System.IO.Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(path => new Corpus(System.IO.Path.GetRelativePath(root, path), File.ReadAllText(path)))
            .Where(file => file.Text.Contains("[StateMachine", StringComparison.Ordinal));
    }

    // What was read of the references is shared by all compilations that grow from this one.
    private static CSharpCompilation Bound(CSharpCompilation compilation)
    {
        compilation.GetDeclarationDiagnostics();
        return compilation;
    }
}
