using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// break, continue, goto case and return: where they go, and what runs on the way.
internal sealed partial class WorkflowReader
{
    private readonly Dictionary<ILabelSymbol, JumpTarget> _jumps = new(SymbolEqualityComparer.Default);

    private void MakeReachable(ILabelSymbol symbol, Label label) => _jumps[symbol] = new JumpTarget(label, _place.Finallies.Count);

    // Only the sections that some `goto case` names, all labels of a section being one place.
    private void MakeCasesReachable(ISwitchOperation @switch)
    {
        var targets = @switch.Descendants().OfType<IBranchOperation>().Where(b => b.BranchKind == BranchKind.GoTo).Select(b => b.Target).ToList();
        foreach (var section in @switch.Cases)
        {
            var labels = section.Clauses.Select(c => c.Label).OfType<ILabelSymbol>().ToList();
            if (!labels.Any(l => targets.Contains(l, SymbolEqualityComparer.Default)))
                continue;
            var entry = NewLabel();
            foreach (var label in labels)
                MakeReachable(label, entry);
        }
    }

    private void ReadBranch(IBranchOperation branch)
    {
        if (!_jumps.TryGetValue(branch.Target, out var target))
        {
            Reject(branch, "'goto'", "write a loop, or a private method with 'return'");
            return;
        }

        Leave(target.Finallies, value: null, branch);
        var word = branch.BranchKind switch { BranchKind.Break => "break", BranchKind.Continue => "continue", _ => "goto" };
        Add(new JumpStep(At(word, branch), target.Label));
    }

    private void ReadReturn(IReturnOperation @return)
    {
        var origin = At("return", @return);
        var value = @return.ReturnedValue is { } returned ? ReadReturned(returned) : null;
        value = Leave(_place.Frame?.Finallies ?? 0, value, @return);
        switch (_place.Frame)
        {
            case null:
                Add(new ReturnStep(origin, value));
                break;
            case { Variable: { } variable } frame when value is not null:
                Add(new AssignStep(origin, variable, value));
                Add(new JumpStep(origin, frame.End));
                break;
            case { } frame:
                Add(new JumpStep(origin, frame.End));
                break;
        }
    }

    // try { … return x; } finally { F }
    //   ──▶
    // result = x; F; return result      (no copy where F does not change x)
    private Expr? Leave(int finallies, Expr? value, IOperation jump)
    {
        var left = _place.Finallies.Take(_place.Finallies.Count - finallies).ToList();
        if (left.Count == 0)
            return value;
        if (value is not null && left.Any(f => MayChange(f, value)))
        {
            var result = _names.Create("result");
            Add(new AssignStep(At(result, jump), result, value));
            value = new VariableExpr(result, value.Type);
        }

        foreach (var frame in left)
            Add(new OutsideStep(At("finally", jump), ReadCopy(frame), frame.Clause));
        return value;
    }

    // A value that fails does so before the block runs, a volatile one is of the time before it.
    private bool MayChange(FinallyFrame frame, Expr value)
    {
        if (value.CanFail() || value.IsVolatile())
            return true;
        var block = frame.Statements;
        if (block.Descendants().OfType<IInvocationOperation>().Any(c => c.TargetMethod.MethodKind == MethodKind.LocalFunction))
            return value.FreeVariables().Count > 0;
        var assigned = AssignedIn(block).Select(s => _bindings.TryGetValue(s, out var binding) ? (binding.Value as VariableExpr)?.Name : null).ToList();
        return value.FreeVariables().Any(assigned.Contains);
    }

    /// <param name="Label">The place.</param>
    /// <param name="Finallies">How many <c>finally</c> blocks are around it.</param>
    private sealed record JumpTarget(Label Label, int Finallies);
}
