using Aot.Generators.Ir;

namespace Aot.Generators.Lowering;

// Jumps, and what they can enter.
internal sealed partial class Lowerer
{
    // A jump back to a section of a switch is lowered before the section is: it leads to an empty Pass, which later leads on.
    private int LowerJump(JumpStep step)
    {
        if (!_labels.TryGetValue(step.Target, out var target))
            _labels[step.Target] = target = _graph.Add(new PassState(step.Origin, _catchers, Edge.To(0)));
        return target;
    }

    // case A: body                 goto case A;
    //   ──▶                          ──▶
    // body …   Next: next          → the first state of body
    private int LowerEntry(EntryStep step, int next)
    {
        var start = Lower(step.Body, next);
        if (_labels.TryGetValue(step.Entry, out var awaited))
            _graph[awaited] = new PassState(step.Origin, _catchers, Edge.To(start));
        else
            _labels[step.Entry] = start;
        return start;
    }

    // try { … { F } return; } finally { F }
    //   ──▶
    // F …   without the Catch of this try
    private int LowerOutside(OutsideStep step, int next)
    {
        var inner = _catchers;
        _catchers = _outside[step.Clause];
        var start = Lower(step.Body, next);
        _catchers = inner;
        return start;
    }
}
