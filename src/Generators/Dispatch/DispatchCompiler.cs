using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Dispatch;

/// <summary>What the dispatch of one compilation came to: its source, or null where there is none to write, and the author's mistakes.</summary>
internal sealed record DispatchResult(string? Source, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Finds the functions, checks them, writes the dispatch; the file to open first.</summary>
internal static class DispatchCompiler
{
    public static DispatchResult Compile(Compilation compilation, CancellationToken cancellation)
    {
        if (!IsBootstrap(compilation))
            return new DispatchResult(null, []);

        var diagnostics = new List<Diagnostic>();
        var shapes = new JsonShapeReader(compilation);
        var reader = new HandlerReader(compilation, shapes, diagnostics);
        var handlers = new List<Handler>();
        foreach (var method in FunctionFinder.Find(compilation, cancellation))
        {
            if (reader.Read(method) is { } handler)
                handlers.Add(handler);
        }

        // Names are unique from here on: the second of two is reported and left out, like everything that was reported.
        handlers.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return new DispatchResult(DispatchWriter.Write(handlers, shapes.All, compilation), [.. diagnostics]);
    }

    // An executable that references the runtime.
    private static bool IsBootstrap(Compilation compilation)
        => compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication
            && compilation.GetTypeByMetadataName("Aot.Runtime.LambdaRuntime") is not null;
}
