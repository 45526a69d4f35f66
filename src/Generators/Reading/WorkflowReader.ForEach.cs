using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// foreach over arrays, lists and dictionaries.
internal sealed partial class WorkflowReader
{
    private void ReadForEach(IForEachLoopOperation loop)
    {
        if (loop.IsAsynchronous)
        {
            Reject(loop, "'await foreach'", "a state machine has no streams: await one page at a time in a 'while' loop, or loop over an array");
            return;
        }

        var collection = Unconverted(loop.Collection);
        var items = _expressions.Sequence(ReadExpression(collection));
        var word = LoopWord(loop.LoopControlVariable);
        if (items.Type.Kind == JsonKind.Array)
        {
            ReadForEachItem(loop, Unchanging(items, collection, loop, word), word);
        }
        else
        {
            if (items is not InvalidExpr)
                Reject(loop.Collection, $"'foreach' over '{loop.Collection.Syntax}'", "loop over an array, list or dictionary");
            _sink.Reject();
        }
    }

    // The loop goes on over the array it began with, whatever the body assigns.
    private Expr Unchanging(Expr items, IOperation collection, IForEachLoopOperation loop, string word)
    {
        if (items is InputExpr || (items is VariableExpr && !MayChange(collection, loop.Body)))
            return items;
        var copy = _names.Create(word + "_items");
        Add(new AssignStep(At(copy, loop.Collection), copy, items));
        return new VariableExpr(copy, items.Type);
    }

    // foreach (var m in xs) { body }
    //   ──▶
    // for (m_index = 0; m_index < xs.Count; m_index++) { body with (xs)[m_index] for m }
    private void ReadForEachItem(IForEachLoopOperation loop, Expr items, string word)
    {
        var index = new VariableExpr(_names.Create(word + "_index"), JsonType.Integer);
        var origin = At("for", loop.Collection);
        Add(new AssignStep(origin, index.Name, ConstantExpr.Of(0L)));
        BindLoopVariable(loop, new ItemExpr(items, index, items.Type.Element ?? JsonType.Unknown, IsPresent: true));
        var count = new CallExpr("count", [items], JsonType.Integer);
        var labels = Enter(loop);
        var body = ReadBlock(loop.Body);
        var next = new BinaryExpr(BinaryOperator.Add, index, ConstantExpr.Of(1L), JsonType.Integer);
        var increment = new Block([new AssignStep(At(index.Name, loop.Collection), index.Name, next)]);
        var condition = new BinaryExpr(BinaryOperator.Less, index, count, JsonType.Boolean);
        Add(new LoopStep(origin, Block.Empty, condition, TestsFirst: true, body, increment, labels.Break, labels.Continue));
    }

    private void BindLoopVariable(IForEachLoopOperation loop, Expr item)
    {
        if (loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: { } variable })
        {
            _bindings[variable] = new Binding(item, _place.Branch);
            return;
        }

        var method = loop.Syntax is ForEachVariableStatementSyntax syntax ? loop.SemanticModel?.GetDeconstructionInfo(syntax).Method : null;
        var elements = LoopElements(loop.LoopControlVariable);
        var parts = PartsOf(item, method);
        if (elements.Count != parts.Length || elements.Any(e => e is not IDiscardOperation && Declared(e) is null))
        {
            Reject(loop.LoopControlVariable, "This deconstruction", "loop with one variable, and read its members in the body");
            parts = [.. elements.Select(_ => new InvalidExpr())];
        }

        foreach (var (element, part) in elements.Zip(parts, (element, part) => (element, part)))
        {
            if (Declared(element) is ILocalReferenceOperation { Local: { } local })
                _bindings[local] = new Binding(part, _place.Branch);
        }
    }

    private static IReadOnlyList<IOperation> LoopElements(IOperation control) => control switch
    {
        IDeclarationExpressionOperation { Expression: ITupleOperation tuple } => tuple.Elements,
        ITupleOperation tuple => tuple.Elements,
        _ => [],
    };

    // The hidden variables are named after the first variable of the loop.
    private static string LoopWord(IOperation control) => control is IVariableDeclaratorOperation { Symbol.Name: var name }
        ? name
        : LoopElements(control).Select(Declared).OfType<ILocalReferenceOperation>().FirstOrDefault()?.Local.Name ?? "item";

    private static bool MayChange(IOperation collection, IOperation body) => collection switch
    {
        ILocalReferenceOperation local => IsAssigned(local.Local, body),
        IParameterReferenceOperation parameter => IsAssigned(parameter.Parameter, body),
        _ => true,
    };
}
