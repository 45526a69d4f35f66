using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Aot.Generators.Reading.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// Values that a whole statement is about: they may throw at their outermost operator.
internal sealed partial class WorkflowReader
{
    private Expr ReadValue(IOperation operation, string hint) => Unconverted(operation) switch
    {
        ICoalesceOperation coalesce when Thrown(coalesce.WhenNull) is { } thrown => ReadOrThrow(coalesce, thrown, hint),
        IConditionalOperation { WhenFalse: { } whenFalse } conditional when Thrown(whenFalse) is { } thrown =>
            ReadOrThrow(conditional, Logic.Not(ReadExpression(conditional.Condition)), thrown, conditional.WhenTrue),
        IConditionalOperation { WhenFalse: { } whenFalse } conditional when Thrown(conditional.WhenTrue) is { } thrown =>
            ReadOrThrow(conditional, ReadExpression(conditional.Condition), thrown, whenFalse),
        _ => ReadExpression(operation),
    };

    private static IThrowOperation? Thrown(IOperation operation) => Unconverted(operation) as IThrowOperation;

    // x = value ?? throw e;
    //   ──▶
    // if (value == null) throw e; x = value
    private Expr ReadOrThrow(ICoalesceOperation coalesce, IThrowOperation thrown, string hint)
    {
        var value = Unconverted(coalesce.Value) is IAwaitOperation awaited
            ? ReadIntoNew(awaited.Operation, awaited.Type, hint) ?? new InvalidExpr()
            : ReadExpression(coalesce.Value);
        if (!value.IsPath())
        {
            var variable = _names.Create(hint);
            Add(new AssignStep(At(variable, coalesce.Value), variable, value));
            value = new VariableExpr(variable, value.Type);
        }

        ThrowIf(coalesce, new NullTestExpr(value), thrown);
        return value.NotNull();
    }

    // x = c ? value : throw e;
    //   ──▶
    // if (!c) throw e; x = value
    private Expr ReadOrThrow(IConditionalOperation conditional, Expr condition, IThrowOperation thrown, IOperation otherwise)
    {
        ThrowIf(conditional, condition, thrown);
        return ReadExpression(otherwise);
    }

    private void ThrowIf(IOperation at, Expr condition, IThrowOperation thrown) =>
        Add(new IfStep(At("if", at), condition, ReadBlock(() => ReadThrow(thrown)), Block.Empty));

    // Task, Task<T>, and collections of them: something runs, and no state waits for it.
    private static bool StartsTasks(ITypeSymbol? type) => type.IsTask() || type switch
    {
        IArrayTypeSymbol array => array.ElementType.IsTask(),
        INamedTypeSymbol { TypeArguments: [var element] } named => element.IsTask() && named.AllInterfaces.Any(i => i.FullName() == "System.Collections.IEnumerable"),
        _ => false,
    };

    // Whoever awaits the variable later is part of the same mistake.
    private void RejectStarted(ILocalSymbol local, IOperation value)
    {
        _sink.Report(Descriptors.TaskNotAwaited, value.Syntax.GetLocation(), local.Name);
        _bindings[local] = new Binding(new InvalidExpr(), _place.Branch);
    }

    private bool WasRejected(IOperation operation) =>
        operation is ILocalReferenceOperation local && _bindings.TryGetValue(local.Local, out var binding) && binding.Value is InvalidExpr;
}
