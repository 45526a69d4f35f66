using Aot.Generators.Asl;
using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// while, do and for.
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

    private (Label Break, Label Continue) Enter(ILoopOperation loop)
    {
        var labels = (Break: NewLabel(), Continue: NewLabel());
        MakeReachable(loop.ExitLabel, labels.Break);
        MakeReachable(loop.ContinueLabel, labels.Continue);
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
        else if (!_isExpress && !LoopBounds.IsBounded(step))
            CheckHistory(loop, step);
        Add(step);
    }

    // An execution that ends in time never gets so far.
    private void CheckHistory(ILoopOperation loop, LoopStep step)
    {
        var events = LoopBounds.EventsOfTurn(step);
        var turns = Limits.MaxHistoryEvents / Math.Max(events, 1);
        if (events == 0 || (_timeoutSeconds is { } timeout && timeout <= turns * LoopBounds.SecondsOfTurn(step)))
            return;
        _sink.Report(StatementDescriptors.UnboundedLoop, loop.Syntax.GetFirstToken().GetLocation(), events, turns);
    }

    private static bool EndsOrWaits(Block block) => block.Steps.Any(s => s switch
    {
        TaskStep or WaitStep or ParallelStep or MapStep or ReturnStep or FailStep or JumpStep => true,
        IfStep step => EndsOrWaits(step.Then) || EndsOrWaits(step.Else),
        LoopStep step => EndsOrWaits(step.Body),
        LabeledStep step => EndsOrWaits(step.Body),
        EntryStep step => EndsOrWaits(step.Body),
        TryStep step => EndsOrWaits(step.Body),
        _ => false,
    });
}
