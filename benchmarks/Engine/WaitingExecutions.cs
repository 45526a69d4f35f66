using System.Globalization;
using Aot.Local.Asl.Model;
using Aot.Local.Asl.Running;
using Aot.Local.Json;

namespace Aot.Engine;

/// <summary>What executions cost that wait a year.</summary>
internal static class WaitingExecutions
{
    private const int Count = 10_000;

    public static void Measure(Report report)
    {
        using var engine = LoopMachine.NewEngine(TimeProvider.System);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var waiting = new Execution[Count];
        for (var i = 0; i < Count; i++) waiting[i] = LoopMachine.Start(engine, LoopMachine.WaitDefinition, WorkflowType.Standard, i, new ObjectValue { ["number"] = i });
        var after = GC.GetTotalMemory(forceFullCollection: true);
        if (!waiting.All(execution => execution.Status == ExecutionStatus.Running)) throw new InvalidOperationException("An execution did not wait.");
        report.Add("## Waiting executions");
        report.Add("");
        report.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"{Count:N0} executions in a Wait of a year hold {(after - before) / 1e6:N1} MB ({(after - before) / Count:N0} bytes each); the process has {Environment.WorkingSet / 1e6:N0} MB."));
        report.Add("");
    }
}
