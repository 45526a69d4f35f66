using Aot.Generators.Tests.Sam;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aot.Generators.Tests;

public sealed class FunctionResourceGeneratorTests
{
    private const string Source = "namespace Flows.Iot; public class C { [LambdaFunction] public void Run() { } }";

    [Fact]
    public void The_catalog_holds_the_resource_as_a_constant()
    {
        var compilation = SamCompilation.Of("Flows", Source);
        Driver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);

        Assert.Empty(output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        var entry = output.GetTypeByMetadataName("Aot.Generated.Catalog+Function_RunFunction")!;
        Assert.Equal("Iot", Constant(entry, "Folder"));
        Assert.Equal("Flows.Iot.C.Run", Constant(entry, "Source"));
        Assert.StartsWith("RunFunction:\n  Type: AWS::Serverless::Function\n", Constant(entry, "Resources"), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_functions_of_one_logical_id_are_left_to_Synth()
    {
        var compilation = SamCompilation.Of("Flows", Source + " public class D { [LambdaFunction(ResourceName = \"RunFunction\")] public void Walk() { } }");
        Driver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);

        Assert.Equal(2, output.GetTypeByMetadataName("Aot.Generated.Catalog")!.GetTypeMembers().Length);
    }

    [Fact]
    public void An_unrelated_edit_emits_nothing_anew()
    {
        var compilation = SamCompilation.Of("Flows", Source);
        var driver = Driver().RunGenerators(compilation);

        driver = driver.RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("\n\nclass Unrelated;", path: "/p/Unrelated.cs")));

        var outputs = driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs);
        Assert.All(outputs, output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    [Fact]
    public void Without_workflows_there_is_no_catalog()
    {
        var compilation = SamCompilation.Of("Flows", Source);
        var driver = Driver().RunGenerators(compilation.RemoveReferences(compilation.References.Where(r => r.Display!.EndsWith("Aot.Authoring.dll", StringComparison.Ordinal))));

        Assert.Empty(driver.GetRunResult().GeneratedTrees);
    }

    private static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new FunctionResourceGenerator().AsSourceGenerator()], driverOptions: new GeneratorDriverOptions(default, trackIncrementalGeneratorSteps: true));

    private static string Constant(INamedTypeSymbol type, string name) => (string)((IFieldSymbol)type.GetMembers(name).Single()).ConstantValue!;
}
