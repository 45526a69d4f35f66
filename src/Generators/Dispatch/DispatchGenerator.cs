using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Aot.Generators.Dispatch;

/// <summary>Writes the dispatch of an executable: a switch on <c>_HANDLER</c> over every Lambda function it can reach, with the JSON of their payloads.</summary>
/// <remarks>Silent: <see cref="DispatchAnalyzer"/> says which functions it leaves out, and why.</remarks>
[Generator]
internal sealed class DispatchGenerator : IIncrementalGenerator
{
    /// <summary>The step whose output is compared.</summary>
    public const string SourceStep = "Source";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // The text compares by value, and stops here when it is the same.
        var sources = context.CompilationProvider.Select(static (compilation, cancellation) => DispatchCompiler.Compile(compilation, cancellation).Source);
        context.RegisterSourceOutput(sources.WithTrackingName(SourceStep), static (output, source) =>
        {
            if (source is not null)
                output.AddSource("Dispatch.g.cs", SourceText.From(source, Encoding.UTF8));
        });
    }
}
