using Aot.Generators.Ir;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Tests.Cases;

/// <summary>Every folder of <c>tests/Cases</c>: what was read, what is written, and that it means what the C# means.</summary>
public sealed class CaseTests
{
    public static TheoryData<string> Names => CaseFolder.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_read_as_its_steps(string name)
    {
        var folder = new CaseFolder(name);

        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors(folder.Workflow));

        Assert.Equal(folder.Warnings, compiled.Diagnostics.Where(d => d.Descriptor.DefaultSeverity != DiagnosticSeverity.Info).Select(d => d.Descriptor.Id));
        folder.Expect("ir.txt", IrPrinter.Print(compiled.Workflow!.Body));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_written_as_its_machine(string name)
    {
        var folder = new CaseFolder(name);

        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors(folder.Workflow));

        folder.Expect("machine.asl.json", compiled.Machine!.Definition);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Means_what_its_method_means(string name)
    {
        var folder = new CaseFolder(name);
        var compilation = WorkflowCompilation.WithActors(folder.Workflow);
        var machine = WorkflowCompilation.Compile(compilation).Machine!;
        var cast = new Cast(compilation, folder.Services) { Objects = folder.Objects };

        Assert.NotEmpty(folder.Runs);
        foreach (var (input, outputFile) in folder.Runs)
        {
            var native = await cast.RunNativeAsync(input);
            var interpreted = cast.RunMachine(machine.Definition, input, machine.IsExpress);

            Assert.Equal(native.ToJson(), interpreted.ToJson());
            folder.Expect(outputFile, native.ToJson());
        }
    }
}
