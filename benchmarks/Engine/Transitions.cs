using System.Globalization;
using Aot.Local.Asl.Model;
using Aot.Local.Json;

namespace Aot.Engine;

/// <summary>A loop of Choice and Pass with Assign: how many states are entered in a second.</summary>
internal static class Transitions
{
    private const int Rounds = 7;
    private const int TransitionsPerRound = 400_000;
    private const int LoopsOfStandard = 4_000; // 16,000 of the 25,000 events an execution may have

    public static void Measure(Report report)
    {
        report.Add("## Transitions");
        report.Add("");
        report.Add("Choice → Pass with Assign → Choice …; two JSONata expressions for every two transitions.");
        report.Add("");
        report.Add("| Type | Transitions/s, best | Median | Bytes allocated per transition |");
        report.Add("|---|---:|---:|---:|");
        MeasureType(report, WorkflowType.Express, TransitionsPerRound / 2);
        MeasureType(report, WorkflowType.Standard, LoopsOfStandard);
        report.Add("");
    }

    private static void MeasureType(Report report, WorkflowType type, int loops)
    {
        var definition = LoopMachine.LoopDefinition(type);
        var rates = new List<double>();
        var bytes = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            using var engine = LoopMachine.NewEngine(TimeProvider.System);
            var (allocated, started, transitions) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime, 0L);
            for (var number = 0; transitions < TransitionsPerRound; number++)
            {
                var execution = LoopMachine.Start(engine, definition, type, number, new ObjectValue { ["limit"] = loops });
                if (execution.Output is not NumberValue { Number: var counted } || counted != loops)
                    throw new InvalidOperationException($"The loop ended as {execution.Status} with {execution.Output}: {execution.Error} {execution.Cause}");
                transitions += execution.Transitions;
            }
            rates.Add(transitions / (Environment.CpuUsage.TotalTime - started).TotalSeconds);
            bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)transitions;
        }
        var steady = rates.Skip(2).Order().ToList(); // the first rounds compile
        report.Add(string.Create(CultureInfo.InvariantCulture, $"| {type} | {steady[^1]:N0} | {steady[steady.Count / 2]:N0} | {bytes:N0} |"));
    }
}
