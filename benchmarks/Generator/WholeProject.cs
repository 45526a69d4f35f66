using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aot.Generator;

/// <summary>What a build of a large project waits for.</summary>
public class WholeProject
{
    private const int Workflows = 200;
    private const int States = 12;

    private CSharpCompilation _project = null!;
    private CSharpCompilation _fresh = null!;
    private SyntaxTree[] _trees = null!;

    /// <summary>The sources, parsed, and the references, read.</summary>
    [GlobalSetup]
    public void Open()
    {
        _trees = [.. Enumerable.Range(0, Workflows).Select(i => Sources.Parse(Sources.Workflow($"Workflow{i}", States), $"Workflow{i}.cs"))];
        _project = Sources.Project(_trees);
        Drivers.Checked(Drivers.New().RunGenerators(_project), Workflows);
    }

    /// <summary>Nothing bound yet.</summary>
    [IterationSetup]
    public void Forget() => _fresh = _project.Clone();

    /// <summary>All generators over all workflows.</summary>
    [Benchmark]
    public object Generate() => Drivers.New().RunGenerators(_fresh);
}
