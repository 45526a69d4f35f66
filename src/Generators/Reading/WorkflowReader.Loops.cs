using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// while, do, for and foreach.
internal sealed partial class WorkflowReader
{
    private void ReadWhile(IWhileLoopOperation loop)
    {
        var origin = At(loop.ConditionIsTop ? "while" : "do", loop.Condition ?? loop);
        var labels = Enter(loop);
        if (loop.ConditionIsTop)
        {
            var (test, condition) = ReadCondition(loop.Condition);
            AddLoop(loop, new LoopStep(origin, test, condition, TestsFirst: true, ReadBlock(loop.Body), Block.Empty, labels.Break, labels.Continue));
        }
        else
        {
            var body = ReadBlock(loop.Body);
            var (test, condition) = ReadCondition(loop.Condition);
            AddLoop(loop, new LoopStep(origin, test, condition, TestsFirst: false, body, Block.Empty, labels.Break, labels.Continue));
        }
    }

    private void ReadFor(IForLoopOperation loop)
    {
        foreach (var statement in loop.Before)
            ReadStatement(statement);
        var origin = At("for", loop.Condition ?? loop);
        var labels = Enter(loop);
        var (test, condition) = ReadCondition(loop.Condition);
        var body = ReadBlock(loop.Body);
        var increment = ReadBlock(() =>
        {
            foreach (var statement in loop.AtLoopBottom)
                ReadStatement(statement);
        });
        AddLoop(loop, new LoopStep(origin, test, condition, TestsFirst: true, body, increment, labels.Break, labels.Continue));
    }

    // foreach (var m in xs) { body }
    //   ──▶
    // for (m_index = 0; m_index < xs.Count; m_index++) { body with (xs)[m_index] for m }
    private void ReadForEach(IForEachLoopOperation loop)
    {
        if (loop.IsAsynchronous || loop.LoopControlVariable is not IVariableDeclaratorOperation { Symbol: { } item })
        {
            Reject(loop, loop.IsAsynchronous ? "'await foreach'" : "'foreach' with a deconstruction", "loop over an array with one variable");
            return;
        }

        var collection = Unconverted(loop.Collection);
        var items = ReadExpression(collection);
        if (items.Type.Kind != JsonKind.Array)
        {
            if (items is not InvalidExpr)
                Reject(loop.Collection, $"'foreach' over '{loop.Collection.Syntax}'", "loop over an array or list");
            _sink.Reject();
            return;
        }

        // The loop goes on over the array it began with, whatever the body assigns.
        if (items is not InputExpr && !(items is VariableExpr && !MayChange(collection, loop.Body)))
        {
            var copy = _names.Create(item.Name + "_items");
            Add(new AssignStep(At(copy, loop.Collection), copy, items));
            items = new VariableExpr(copy, items.Type);
        }

        var index = new VariableExpr(_names.Create(item.Name + "_index"), JsonType.Integer);
        var origin = At("for", loop.Collection);
        Add(new AssignStep(origin, index.Name, ConstantExpr.Of(0L)));
        var elementType = items.Type.Element ?? JsonType.Unknown;
        _bindings[item] = new Binding(new ItemExpr(items, index, elementType, IsPresent: true), _place.Branch);
        var count = new CallExpr("count", [items], JsonType.Integer);
        var labels = Enter(loop);
        var body = ReadBlock(loop.Body);
        var next = new BinaryExpr(BinaryOperator.Add, index, ConstantExpr.Of(1L), JsonType.Integer);
        var increment = new Block([new AssignStep(At(index.Name, loop.Collection), index.Name, next)]);
        var condition = new BinaryExpr(BinaryOperator.Less, index, count, JsonType.Boolean);
        Add(new LoopStep(origin, Block.Empty, condition, TestsFirst: true, body, increment, labels.Break, labels.Continue));
    }

    private static bool MayChange(IOperation collection, IOperation body) => collection switch
    {
        ILocalReferenceOperation local => IsAssigned(local.Local, body),
        IParameterReferenceOperation parameter => IsAssigned(parameter.Parameter, body),
        _ => true,
    };

    private (Label Break, Label Continue) Enter(ILoopOperation loop)
    {
        var labels = (Break: NewLabel(), Continue: NewLabel());
        _jumps[loop.ExitLabel] = labels.Break;
        _jumps[loop.ContinueLabel] = labels.Continue;
        return labels;
    }

    // What a pattern in the condition declares is assigned before every test.
    private (Block Test, Expr? Condition) ReadCondition(IOperation? operation)
    {
        Expr? condition = null;
        var test = ReadBlock(() => condition = operation is null ? null : ReadExpression(operation));
        return (test, condition is ConstantExpr { Value: true } ? null : condition);
    }

    private void AddLoop(ILoopOperation loop, LoopStep step)
    {
        if (step.Condition is null && !EndsOrWaits(step.Body))
            _sink.Report(Descriptors.EndlessLoop, loop.Syntax.GetFirstToken().GetLocation());
        Add(step);
    }

    private static bool EndsOrWaits(Block block) => block.Steps.Any(s => s switch
    {
        TaskStep or WaitStep or ParallelStep or MapStep or ReturnStep or FailStep or JumpStep => true,
        IfStep step => EndsOrWaits(step.Then) || EndsOrWaits(step.Else),
        LoopStep step => EndsOrWaits(step.Body),
        LabeledStep step => EndsOrWaits(step.Body),
        TryStep step => EndsOrWaits(step.Body),
        _ => false,
    });
}
