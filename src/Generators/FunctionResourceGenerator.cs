using System.Text;
using Aot.Generators.CSharp;
using Aot.Generators.Sam;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Aot.Generators;

/// <summary>Leaves the template resources of every Lambda function in the assembly that holds the workflows, for Synth to find beside the machines.</summary>
[Generator]
internal sealed class FunctionResourceGenerator : IIncrementalGenerator
{
    /// <summary>The step whose output is compared.</summary>
    public const string FunctionsStep = "Functions";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Where no workflow can be written, as in Bootstrap, nobody reads the catalog.
        var functions = context.CompilationProvider.Select((compilation, cancellation) => compilation.GetTypeByMetadataName(KnownNames.StateMachineAttribute) is null
            ? []
            : LambdaFunctionReader.Read(compilation, cancellation))
            .WithTrackingName(FunctionsStep);
        context.RegisterSourceOutput(functions, (output, models) =>
        {
            // Two functions of one logical id both stay in the catalog; Synth names them.
            foreach (var same in models.GroupBy(model => model.LogicalId))
            {
                var copy = 0;
                foreach (var model in same)
                    output.AddSource($"{model.LogicalId}{(copy++ == 0 ? "" : $".{copy}")}.Function.g.cs", SourceText.From(FunctionSource.Write(model, copy), Encoding.UTF8));
            }
        });
    }
}
