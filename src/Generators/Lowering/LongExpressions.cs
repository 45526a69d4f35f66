using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Lowering;

/// <summary>Warns of expressions so long that nobody reads them and their evaluation may take more than the second it has.</summary>
internal static class LongExpressions
{
    private const int MostParts = 1000; // some 10,000 characters

    public static void Report(StateGraph graph, DiagnosticSink sink)
    {
        foreach (var id in graph.Ids)
        {
            var state = graph[id];
            var parts = state.AllExpressions().Select(e => e.Descendants().Take(10 * MostParts).Count()).DefaultIfEmpty().Max();
            if (parts > MostParts)
                sink.Report(ExpressionDescriptors.LongExpression, state.Origin.Location, parts, MostParts);
            foreach (var inner in state.Inner)
                Report(inner, sink);
        }
    }
}
