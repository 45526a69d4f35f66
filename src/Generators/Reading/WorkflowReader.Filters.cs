using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// catch … when (…), and whether a clause can be reached at all.
internal sealed partial class WorkflowReader
{
    // catch (X e) when (f) { body }
    //   ──▶
    // catch (X e) { if (f) { body } else { on to the next clause that takes the error, or fail with it } }
    private void ReadFiltered(ITryOperation @try, ICatchClauseOperation clause, IOperation filter, Handler handler, List<Handler> next)
    {
        var origin = At("when", filter);
        var condition = ReadExpression(filter);
        if (condition.CanFail())
            _sink.Report(StatementDescriptors.FilterDecidesOnVariables, filter.Syntax.GetLocation(), "C# takes a filter that fails for false, a state machine fails");
        else if (ChangedOnTheWay(@try, filter) is { } variable)
            _sink.Report(StatementDescriptors.FilterDecidesOnVariables, filter.Syntax.GetLocation(), $"C# looks at '{variable.Name}' before an inner 'finally' changes it, a state machine after that");
        var then = ReadBlock(clause.Handler);
        var error = new VariableExpr(handler.Variable, JsonType.Error);
        Add(new IfStep(origin, condition, then, ReadBlock(() => RethrowTo(clause, handler, error, next))));
    }

    // C# runs the filters first and the finally blocks between the throw and the catch afterwards.
    private static ISymbol? ChangedOnTheWay(ITryOperation @try, IOperation filter)
    {
        var read = filter.DescendantsAndSelf().SelectMany(Named).ToList();
        return @try.Body.Descendants().OfType<ITryOperation>()
            .Where(inner => inner.Finally is not null)
            .SelectMany(inner => AssignedIn(inner.Finally!))
            .FirstOrDefault(changed => read.Contains(changed, SymbolEqualityComparer.Default));
    }

    // A timeout is reported by a task that has one: a function always has, a service task where the author gave it one.
    private void CheckTimeouts(ITryOperation @try, List<Handler> handlers, Block body)
    {
        if (Tasks(body).Any(t => t.Resource == LambdaInvoke || t.TimeoutSeconds is not null))
            return;
        foreach (var (clause, handler) in @try.Catches.Zip(handlers, (clause, handler) => (clause, handler)))
        {
            if (handler.ErrorNames.Contains(ErrorNames.Timeout))
                _sink.Report(StatementDescriptors.NoTimeoutToCatch, TypeLocation(clause));
        }
    }

    private static IEnumerable<TaskCall> Tasks(Block block) => block.Steps.SelectMany(s => s switch
    {
        TaskStep task => [task.Call],
        IfStep step => Tasks(step.Then).Concat(Tasks(step.Else)),
        LoopStep step => Tasks(step.Test).Concat(Tasks(step.Body)).Concat(Tasks(step.Increment)),
        LabeledStep step => Tasks(step.Body),
        EntryStep step => Tasks(step.Body),
        OutsideStep step => Tasks(step.Body),
        TryStep step => Tasks(step.Body).Concat(step.Clauses.SelectMany(c => Tasks(c.Body))),
        ParallelStep step => step.Branches.SelectMany(Tasks),
        MapStep step => Tasks(step.Body),
        _ => Enumerable.Empty<TaskCall>(),
    });
}
