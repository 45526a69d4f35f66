using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Aot.Generators.Dispatch;

/// <summary>Writes the dispatch of an executable: a switch on <c>_HANDLER</c> over every Lambda function it can reach, with the JSON of their payloads.</summary>
[Generator]
public sealed class DispatchGenerator : IIncrementalGenerator
{
    /// <summary>Connects the compilation to the two outputs.</summary>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var result = context.CompilationProvider.Select(static (compilation, cancellation) => DispatchCompiler.Compile(compilation, cancellation));

        // Diagnostics carry locations and so never compare equal; the text does, and stops here when it is the same.
        context.RegisterSourceOutput(result.SelectMany(static (r, _) => r.Diagnostics), static (output, diagnostic) => output.ReportDiagnostic(diagnostic));
        context.RegisterSourceOutput(result.Select(static (r, _) => r.Source), static (output, source) =>
        {
            if (source is not null)
                output.AddSource("Dispatch.g.cs", SourceText.From(source, Encoding.UTF8));
        });
    }
}
