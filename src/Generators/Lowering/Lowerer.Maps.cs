using Aot.Generators.Ir;

namespace Aot.Generators.Lowering;

// Maps, in the execution itself and in executions of their own.
internal sealed partial class Lowerer
{
    // await wf.MapAsync(items, async item => { body });
    //   ──▶
    // map   Map   Items, one machine: body; Next: next
    private int LowerMap(MapStep step, int next)
    {
        var map = new MapState(step.Origin, _catchers, Edge.To(next), [], step.Items, step.Selector, Lower(step.Body), step.Settings);
        return LowerWork(map.IsDistributed ? Captures.PassAsInput(map, newVariable) : map, step.Variable, step.Result);
    }
}
