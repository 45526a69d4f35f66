using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

internal sealed partial class ExpressionReader
{
    private Expr ReadArray(IArrayCreationOperation operation, IReadScope scope)
    {
        var type = Types.Read(operation.Type!).NotNull();
        if (operation.Initializer is { } initializer)
            return Items(initializer.ElementValues.Select(v => new ArrayItem(Read(v, scope))), type);
        return operation.DimensionSizes is [{ ConstantValue: { HasValue: true, Value: 0 } }]
            ? new ArrayExpr([], type)
            : NoCounterpart(operation, scope, "arrays there are not filled later; write the items, or Enumerable.Repeat(value, count).ToArray()");
    }

    private Expr ReadCollection(ICollectionExpressionOperation operation, IReadScope scope)
    {
        var type = Types.Read(operation.Type!).NotNull();
        if (type.Kind == JsonKind.String)
            type = JsonType.Array(JsonType.String); // characters as a span
        if (type.Kind != JsonKind.Array)
            return Invalid(scope, ExpressionDescriptors.NotJson, operation.Syntax.GetLocation(), operation.Type!.Name, "use an array or list");
        return Items(
            operation.Elements.Select(e => e is ISpreadOperation spread
                ? new ArrayItem(Require(Read(spread.Operand, scope)), IsSpread: true)
                : new ArrayItem(Read(e, scope))),
            type);
    }

    private static Expr Items(IEnumerable<ArrayItem> items, JsonType type)
    {
        var read = items.ToEquatableArray();
        return read.Any(i => i.Value is InvalidExpr) ? new InvalidExpr() : new ArrayExpr(read, type);
    }

    // new List<T> { a, b } and new Dictionary<string, T> { ["a"] = x, { "b", y } }
    private Expr ReadItems(IObjectCreationOperation operation, JsonType type, IReadScope scope)
    {
        var items = new List<ArrayItem>();
        var members = new List<ObjectMember>();
        foreach (var item in operation.Initializer?.Initializers ?? [])
        {
            switch (item)
            {
                case IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var value] }:
                    items.Add(new ArrayItem(Read(value.Value, scope)));
                    break;
                case IInvocationOperation { TargetMethod.Name: "Add", Arguments: [{ Value.ConstantValue.Value: string key }, var value] }:
                    members.Add(new ObjectMember(key, Read(value.Value, scope)));
                    break;
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [{ Value.ConstantValue.Value: string key }] } } set:
                    members.Add(new ObjectMember(key, Read(set.Value, scope)));
                    break;
                default:
                    return NoCounterpart(item, scope, "the keys of a new dictionary are constants");
            }
        }

        if (members.GroupBy(m => m.Name).Any(g => g.Count() > 1))
            return NoCounterpart(operation, scope, "a key is given twice");
        if (type.Kind == JsonKind.Array)
            return Items(items, type);
        return members.Any(m => m.Value is InvalidExpr) ? new InvalidExpr() : new ObjectExpr(members.ToEquatableArray(), type);
    }

    private Expr ReadTuple(ITupleOperation operation, IReadScope scope) =>
        Items(operation.Elements.Select(e => new ArrayItem(Read(e, scope))), Types.Read(operation.Type!));

    private Expr ReadTupleItem(IFieldReferenceOperation operation, IFieldSymbol field, IReadScope scope)
    {
        var tuple = Read(operation.Instance!, scope);
        if (tuple is InvalidExpr)
            return tuple;
        var name = (field.CorrespondingTupleField ?? field).Name; // Item1, Item2, …
        return int.TryParse(name.Replace("Item", ""), out var number)
            ? Refine(Access.TupleItem(tuple, number - 1, Types.Read(operation.Type!)), operation)
            : NoCounterpart(operation, scope, "only the items of a tuple can be read");
    }

    // xs[i], xs[^1], s[i]
    private Expr ReadItem(IOperation operation, Expr owner, IOperation index, IReadScope scope)
    {
        var target = Require(owner);
        if (target is InvalidExpr)
            return target;

        if (Unwrap(index) is IRangeOperation range)
            return ReadRange(operation, target, range, scope);
        var hat = Unwrap(index) is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromTheEnd ? fromTheEnd : null;
        var position = Read(hat?.Operand ?? index, scope);
        if (position is InvalidExpr)
            return position;
        if (hat is not null)
        {
            if (position is not ConstantExpr { Value: long and > 0 and var fromEnd })
                return NoCounterpart(index, scope, "a position from the end is a constant, such as [^1]");
            position = ConstantExpr.Of(-fromEnd);
        }
        else if (position is ConstantExpr { Value: long and < 0 })
        {
            return NoCounterpart(index, scope, "an index is not negative; write [^1] for the last item");
        }

        return target.Type switch
        {
            { Kind: JsonKind.Array, Element: { } element } => Refine(new ItemExpr(target, position, element), operation),
            { Kind: JsonKind.String } when hat is null => ReadCharacter(operation, target, position, scope),
            _ => NoCounterpart(operation, scope, "only arrays, lists, dictionaries and strings have an index"),
        };
    }

    private static CallExpr Count(Expr array) => Call("count", JsonType.Integer, array);
}
