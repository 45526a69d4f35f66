using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Lowering;

/// <summary>Warns where C# would catch a failing expression and a state machine does not.</summary>
internal static class Uncaught
{
    // Only a Task's own expressions can be caught; those of Pass, Choice and Wait end the execution.
    public static void Report(StateGraph graph, DiagnosticSink sink)
    {
        foreach (var id in graph.Ids)
        {
            var state = graph[id];
            if (state is not (WorkState or FailState) && state.Catchers.Any(c => c.ErrorNames.Contains("States.ALL")) && state.AllExpressions().Any(e => e.CanFail()))
                sink.Report(Descriptors.NotCatchable, state.Origin.Location);
            foreach (var inner in state.Inner)
                Report(inner, sink);
        }
    }
}
