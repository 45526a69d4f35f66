using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generator;

/// <summary>What one character typed in the middle of a long workflow costs.</summary>
public class Keystroke
{
    private const int States = 50;

    private CSharpCompilation _project = null!;
    private GeneratorDriver _driver = null!;
    private SyntaxTree _tree = null!;
    private CSharpCompilation _edited = null!;
    private int _typed;

    /// <summary>How many more workflows the project has. An edit anywhere may change what they mean, so they are compiled again to find that it did not.</summary>
    [Params(0, 10)]
    public int Others { get; set; }

    /// <summary>The project as it was before, and what the generators remember of it.</summary>
    [GlobalSetup]
    public void Open()
    {
        _tree = Sources.Parse(Sources.Workflow("Long", States), "Long.cs");
        _project = Sources.Project([_tree, .. Enumerable.Range(0, Others).Select(i => Sources.Parse(Sources.Workflow($"Other{i}", 12), $"Other{i}.cs"))]);
        _driver = Drivers.Checked(Drivers.New().RunGenerators(_project), Others + 1);
    }

    /// <summary>An editor has parsed the edit before it asks the generators.</summary>
    [IterationSetup]
    public void Type() => _edited = _project.ReplaceSyntaxTree(_tree, Sources.Parse(Sources.Workflow("Long", States, $"{_typed++} "), "Long.cs"));

    /// <summary>The generators' answer to an edit inside the workflow.</summary>
    [Benchmark]
    public object InsideTheWorkflow() => _driver.RunGenerators(_edited);

    /// <summary>Of it, what C# needs to bind the method, which every analyzer needs as well.</summary>
    [Benchmark]
    public object BindingAlone()
    {
        var tree = _edited.SyntaxTrees.Single(t => t.FilePath == "Long.cs");
        var model = _edited.GetSemanticModel(tree);
        var method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First();
        return model.GetOperation(method)!.Descendants().Count();
    }

    /// <summary>The generators' answer to an edit in another file.</summary>
    [Benchmark]
    public object InAnotherFile() => _driver.RunGenerators(_project.AddSyntaxTrees(Sources.Parse("class Unrelated;", "Unrelated.cs")));
}
