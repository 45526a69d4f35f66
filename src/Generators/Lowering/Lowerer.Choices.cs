using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Lowering;

// if.
internal sealed partial class Lowerer
{
    private int LowerIf(IfStep step, int next)
    {
        if (TargetOf(step) is { } variable && ValueOf(step, variable) is { } value)
            return LowerAssign(new AssignStep(step.Origin, variable, value), next);
        return LowerChoice(step, next);
    }

    // if (c) { then } else { otherwise }
    //   ──▶
    // if   Choice   c → then, Default: otherwise
    private int LowerChoice(IfStep step, int next)
    {
        var otherwise = Lower(step.Else, next);
        var then = Lower(step.Then, next);
        return step.Condition switch
        {
            ConstantExpr { Value: true } => then,
            ConstantExpr { Value: false } => otherwise,
            _ => _graph.Add(new ChoiceState(
                step.Origin, _catchers, [new Rule(step.Condition, Edge.To(then, EdgeKind.Rule))], Edge.To(otherwise, EdgeKind.Rule))),
        };
    }

    // The one variable that all branches of an `if` do nothing but assign.
    private static string? TargetOf(IfStep step)
    {
        var targets = Targets(new Block([step])).Distinct().ToArray();
        return targets is [{ } single] ? single : null;
    }

    private static IEnumerable<string?> Targets(Block block)
    {
        foreach (var step in block.Steps)
        {
            if (step is AssignStep assign)
            {
                yield return assign.Variable;
            }
            else if (step is IfStep inner)
            {
                foreach (var target in Targets(inner.Then).Concat(Targets(inner.Else)))
                    yield return target;
            }
            else
            {
                yield return null;
            }
        }
    }

    // if (c) x = a; else if (d) x = b;
    //   ──▶
    // x = c ? a : d ? b : x
    private Expr? ValueOf(IfStep step, string variable)
    {
        var then = ValueOf(step.Then, variable);
        var otherwise = ValueOf(step.Else, variable);

        // An empty branch keeps the old value, whose type the other branch knows.
        var type = (then ?? otherwise)?.Type;
        var hasOld = !maybeUnassigned.Contains(variable) && !step.Declared.Contains(variable);
        if (type is null || ((then is null || otherwise is null) && !hasOld))
            return null;
        if ((then is null && step.Then.Steps.Count > 0) || (otherwise is null && step.Else.Steps.Count > 0))
            return null;
        var old = new VariableExpr(variable, type);
        return new ConditionalExpr(step.Condition, then ?? old, otherwise ?? old, type);
    }

    private Expr? ValueOf(Block block, string variable) => block.Steps switch
    {
        [AssignStep assign] => assign.Value,
        [IfStep inner] => ValueOf(inner, variable),
        _ => null,
    };
}
