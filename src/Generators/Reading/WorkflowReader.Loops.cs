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
        if (loop.IsAsynchronous)
        {
            Reject(loop, "'await foreach'", "loop over an array");
            return;
        }

        var collection = Unconverted(loop.Collection);
        var items = _expressions.Sequence(ReadExpression(collection));
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
            var copy = _names.Create(LoopWord(loop) + "_items");
            Add(new AssignStep(At(copy, loop.Collection), copy, items));
            items = new VariableExpr(copy, items.Type);
        }

        var index = new VariableExpr(_names.Create(LoopWord(loop) + "_index"), JsonType.Integer);
        var origin = At("for", loop.Collection);
        Add(new AssignStep(origin, index.Name, ConstantExpr.Of(0L)));
        var elementType = items.Type.Element ?? JsonType.Unknown;
        if (!BindItem(loop, new ItemExpr(items, index, elementType, IsPresent: true)))
        {
            Reject(loop, "'foreach' with this deconstruction", "loop over an array with one variable");
            return;
        }

        var count = new CallExpr("count", [items], JsonType.Integer);
        var labels = Enter(loop);
        var body = ReadBlock(loop.Body);
        var next = new BinaryExpr(BinaryOperator.Add, index, ConstantExpr.Of(1L), JsonType.Integer);
        var increment = new Block([new AssignStep(At(index.Name, loop.Collection), index.Name, next)]);
        var condition = new BinaryExpr(BinaryOperator.Less, index, count, JsonType.Boolean);
        Add(new LoopStep(origin, Block.Empty, condition, TestsFirst: true, body, increment, labels.Break, labels.Continue));
    }

    // foreach (var x in …), or foreach (var (a, b) in …) over tuples and dictionary entries
    private bool BindItem(IForEachLoopOperation loop, Expr item)
    {
        if (loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: var symbol })
        {
            _bindings[symbol] = new Binding(item, _place.Branch);
            return true;
        }

        var parts = DeclaredIn(loop).ToArray();
        var members = item.Type.Members;
        if (parts.Length == 0 || members.Count != parts.Length || item.Type is not ({ Kind: JsonKind.Tuple } or { Name: "KeyValuePair" }))
            return false;
        for (var i = 0; i < parts.Length; i++)
        {
            var part = item.Type.Kind == JsonKind.Tuple ? Access.TupleItem(item, i, members[i].Type) : Access.Member(item, members[i].Name, members[i].Type);
            if (parts[i] is { } local)
                _bindings[local] = new Binding(part, _place.Branch);
        }

        return true;
    }

    // The variables of a deconstruction; null for `_`.
    private static IEnumerable<ILocalSymbol?> DeclaredIn(IForEachLoopOperation loop) =>
        loop.LoopControlVariable is IDeclarationExpressionOperation { Expression: ITupleOperation { Elements: var elements } }
            ? elements.Select(e => (e as ILocalReferenceOperation)?.Local)
            : [];

    private static string LoopWord(IForEachLoopOperation loop) => loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: { } item }
        ? item.Name
        : DeclaredIn(loop).FirstOrDefault(l => l is not null)?.Name ?? "item";

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
