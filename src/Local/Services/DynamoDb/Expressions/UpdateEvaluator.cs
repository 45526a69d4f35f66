using Aot.Local.Json;

namespace Aot.Local.Services.DynamoDb.Expressions;

/// <summary>Applies an update expression to an item. All operands see the item as it was before.</summary>
internal static class UpdateEvaluator
{
    /// <summary>The changed item; the one given stays as it is.</summary>
    /// <exception cref="ServiceException">An operand is absent or of the wrong type, or a path cannot be written.</exception>
    public static ObjectValue Apply(Update update, ObjectValue item)
    {
        var changes = update.Set.Select(assignment => (assignment.Path, Value: (Value?)Resolve(assignment.Value, item)))
            .Concat(update.Add.Select(amendment => (amendment.Path, Value: (Value?)Added(amendment, item))))
            .Concat(update.Delete.Select(amendment => (amendment.Path, Value: Deleted(amendment, item))))
            .ToArray();
        var changed = item;
        foreach (var (path, value) in changes)
        {
            if (value is not null)
                changed = (ObjectValue)Written(changed, path, 0, value);
            else if (path.In(changed) is not null)
                changed = (ObjectValue)Removed(changed, path, 0);
        }
        // From the last index down, so that removing one element does not move the next one to be removed.
        foreach (var path in update.Remove.OrderByDescending(path => path.Parts.OfType<int>().LastOrDefault()))
            changed = (ObjectValue)Removed(changed, path, 0);
        return changed;
    }

    private static ObjectValue Resolve(Operand operand, ObjectValue item) => operand switch
    {
        LiteralOperand literal => literal.Value,
        PathOperand path => (ObjectValue?)path.Path.In(item)
            ?? throw Errors.Validation("The provided expression refers to an attribute that does not exist in the item"),
        FunctionOperand { Name: "if_not_exists" } function => (ObjectValue?)((PathOperand)function.Arguments[0]).Path.In(item) ?? Resolve(function.Arguments[1], item),
        FunctionOperand { Name: "list_append" } function => Appended(Resolve(function.Arguments[0], item), Resolve(function.Arguments[1], item)),
        ArithmeticOperand arithmetic => Computed(arithmetic, item),
        _ => throw new InvalidOperationException($"{operand.GetType().Name} has no meaning in an update."),
    };

    private static ObjectValue Appended(ObjectValue left, ObjectValue right) =>
        AttributeValue.TypeOf(left) == "L" && AttributeValue.TypeOf(right) == "L"
            ? AttributeValue.Of("L", Shape.List(AttributeValue.ItemsOf(left).Concat(AttributeValue.ItemsOf(right))))
            : throw WrongType();

    private static ObjectValue Computed(ArithmeticOperand arithmetic, ObjectValue item)
    {
        var (left, right) = (Resolve(arithmetic.Left, item), Resolve(arithmetic.Right, item));
        if (AttributeValue.TypeOf(left) != "N" || AttributeValue.TypeOf(right) != "N")
            throw WrongType();
        var (first, second) = (AttributeValue.NumberOf(left), AttributeValue.NumberOf(right));
        return AttributeValue.Number(arithmetic.IsSubtraction ? first - second : first + second);
    }

    private static ObjectValue Added(Amendment amendment, ObjectValue item)
    {
        if (amendment.Path.In(item) is not { } current)
            return amendment.Value;
        var type = AttributeValue.TypeOf(current);
        if (type != AttributeValue.TypeOf(amendment.Value))
            throw WrongType();
        return type == "N"
            ? AttributeValue.Number(AttributeValue.NumberOf(current) + AttributeValue.NumberOf(amendment.Value))
            : AttributeValue.Of(type, Shape.List(AttributeValue.ItemsOf(current).Union(AttributeValue.ItemsOf(amendment.Value))));
    }

    // Null: the set has become empty, and an empty set is removed.
    private static Value? Deleted(Amendment amendment, ObjectValue item)
    {
        if (amendment.Path.In(item) is not { } current)
            return null;
        var type = AttributeValue.TypeOf(current);
        if (type != AttributeValue.TypeOf(amendment.Value))
            throw WrongType();
        var left = AttributeValue.ItemsOf(current).Except(AttributeValue.ItemsOf(amendment.Value)).ToArray();
        return left.Length == 0 ? null : AttributeValue.Of(type, Shape.List(left));
    }

    // Copies the containers along the path; the rest is shared.
    private static Value Written(Value container, DocumentPath path, int depth, Value value)
    {
        var part = path.Parts[depth];
        var isLast = depth == path.Parts.Count - 1;
        if (depth == 0)
            return With((ObjectValue)container, (string)part, isLast ? value : Written(((ObjectValue)container)[(string)part] ?? throw BadPath(), path, 1, value));
        switch (part, AttributeValue.TypeOf(container))
        {
            case (string name, "M"):
                var members = (ObjectValue)AttributeValue.ContentOf(container);
                return AttributeValue.Of("M", With(members, name, isLast ? value : Written(members[name] ?? throw BadPath(), path, depth + 1, value)));
            case (int index, "L"):
                var items = AttributeValue.ItemsOf(container).ToList();
                if (index < items.Count)
                    items[index] = isLast ? value : Written(items[index], path, depth + 1, value);
                else
                    items.Add(isLast ? value : throw BadPath()); // beyond the end means append
                return AttributeValue.Of("L", Shape.List(items));
            default:
                throw BadPath();
        }
    }

    private static Value Removed(Value container, DocumentPath path, int depth)
    {
        var part = path.Parts[depth];
        var isLast = depth == path.Parts.Count - 1;
        if (depth == 0)
        {
            var item = (ObjectValue)container;
            if (isLast)
                return Without(item, (string)part);
            return With(item, (string)part, Removed(item[(string)part] ?? throw BadPath(), path, 1));
        }
        switch (part, AttributeValue.TypeOf(container))
        {
            case (string name, "M"):
                var members = (ObjectValue)AttributeValue.ContentOf(container);
                return AttributeValue.Of("M", isLast ? Without(members, name) : With(members, name, Removed(members[name] ?? throw BadPath(), path, depth + 1)));
            case (int index, "L"):
                var items = AttributeValue.ItemsOf(container).ToList();
                if (index >= items.Count)
                    return container;
                if (isLast)
                    items.RemoveAt(index);
                else
                    items[index] = Removed(items[index], path, depth + 1);
                return AttributeValue.Of("L", Shape.List(items));
            default:
                throw BadPath();
        }
    }

    private static ObjectValue With(ObjectValue members, string name, Value value)
    {
        var copy = new ObjectValue(members);
        copy[name] = value;
        return copy;
    }

    private static ObjectValue Without(ObjectValue members, string name) => new(members.Where(member => member.Key != name));

    private static ServiceException WrongType() => Errors.Validation("An operand in the update expression has an incorrect data type");

    private static ServiceException BadPath() => Errors.Validation("The document path provided in the update expression is invalid for update");
}
