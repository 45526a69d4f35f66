using Aot.Generators;
using Aot.Generators.Dispatch;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aot.Generator;

/// <summary>The generators as a compiler runs them.</summary>
internal static class Drivers
{
    public static GeneratorDriver New() => CSharpGeneratorDriver.Create(
        [new StateMachineGenerator().AsSourceGenerator(), new FunctionResourceGenerator().AsSourceGenerator(), new DispatchGenerator().AsSourceGenerator()],
        parseOptions: new CSharpParseOptions(LanguageVersion.CSharp14));

    /// <summary>Fails where a benchmark would measure how fast nothing is done.</summary>
    public static GeneratorDriver Checked(GeneratorDriver driver, int machines)
    {
        var written = driver.GetRunResult().GeneratedTrees.Count(t => t.FilePath.EndsWith(".StateMachine.g.cs", StringComparison.Ordinal));
        return written == machines ? driver : throw new InvalidOperationException($"{written} of {machines} workflows were compiled.");
    }
}
