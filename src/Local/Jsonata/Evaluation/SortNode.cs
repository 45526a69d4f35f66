using Aot.Local.Json;

namespace Aot.Local.Jsonata.Evaluation;

/// <summary>A term of an order-by.</summary>
internal sealed record SortTerm(Node Expression, bool IsDescending);

/// <summary><c>^(a, &gt;b)</c>: a stable ordering; items without the sorted value come last.</summary>
internal sealed class SortNode(SortTerm[] terms, int position) : Node(position)
{
    public override Value? Evaluate(Value? input, Frame frame) => input is null ? null : Sort(input as ArrayValue ?? Sequences.Of(input), frame);

    public ArrayValue Sort(ArrayValue items, Frame frame)
    {
        if (items.Count <= 1)
            return items;
        var sorted = MergeSort.Sort(items, (a, b) => IsAfter(a, b, frame));
        sorted.Traits = items.Traits & ArrayTraits.TupleStream;
        return sorted;
    }

    private bool IsAfter(Value a, Value b, Frame frame)
    {
        frame.Run.Tick();
        foreach (var term in terms)
        {
            var (left, right) = (Evaluate(term, a, frame), Evaluate(term, b, frame));
            if (left is null || right is null)
            {
                if (left is null && right is null)
                    continue;
                return left is null;
            }
            var order = Compare(left, right);
            if (order != 0)
                return (order > 0) != term.IsDescending;
        }
        return false;
    }

    private static Value? Evaluate(SortTerm term, Value item, Frame frame) =>
        item is TupleValue tuple ? term.Expression.Evaluate(tuple.Item, tuple.ToFrame(frame)) : term.Expression.Evaluate(item, frame);

    private int Compare(Value left, Value right)
    {
        if (left is not (StringValue or NumberValue) || right is not (StringValue or NumberValue))
            throw new JsonataException("T2008") { Position = Position, Value = left is StringValue or NumberValue ? right : left };
        if (left is NumberValue { Number: var a } && right is NumberValue { Number: var b })
            return a < b ? -1 : a == b ? 0 : 1;
        if (left is StringValue { Text: var leftText } && right is StringValue { Text: var rightText })
            return string.CompareOrdinal(leftText, rightText);
        throw new JsonataException("T2007") { Position = Position, Value = left, SecondValue = right };
    }
}

/// <summary>The one sort of order-by and <c>$sort</c>: stable, with a comparison that may run an expression and throw.</summary>
internal static class MergeSort
{
    /// <param name="items">Two or more.</param>
    /// <param name="isAfter">Whether its first argument belongs after its second.</param>
    public static ArrayValue Sort(ArrayValue items, Func<Value, Value, bool> isAfter)
    {
        var from = items.Items.ToArray();
        Sort(from, new Value[from.Length], isAfter);
        return new ArrayValue(from);
    }

    // Halves are [0, n/2) and [n/2, n), and of each pair the left one is asked about first: a comparator with effects sees JSONata's order.
    private static void Sort(Span<Value> items, Span<Value> spare, Func<Value, Value, bool> isAfter)
    {
        if (items.Length <= 1)
            return;
        var middle = items.Length / 2;
        Sort(items[..middle], spare[..middle], isAfter);
        Sort(items[middle..], spare[middle..], isAfter);
        items.CopyTo(spare);
        var (left, right) = (0, middle);
        for (var i = 0; i < items.Length; i++)
        {
            var takesRight = left == middle || (right < items.Length && isAfter(spare[left], spare[right]));
            items[i] = takesRight ? spare[right++] : spare[left++];
        }
    }
}
