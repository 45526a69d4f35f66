using Aot.Local.Json;
using Aot.Local.Jsonata.Evaluation;

namespace Aot.Local.Jsonata.Functions;

/// <summary>Functions from an array of numbers to one number.</summary>
internal static class Aggregates
{
    public static readonly NativeFunction[] All =
    [
        new("sum", "<a<n>:n>", 1, (a, _, _) => a[0] is ArrayValue numbers ? Sum(numbers) : null),
        new("count", "<a:n>", 1, (a, _, _) => a[0] is ArrayValue items ? items.Count : 0),
        new("average", "<a<n>:n>", 1, (a, _, _) => a[0] is ArrayValue { Count: > 0 } numbers ? Sum(numbers) / numbers.Count : null),
        new("max", "<a<n>:n>", 1, (a, _, _) => a[0] is ArrayValue { Count: > 0 } numbers ? Fold(numbers, Math.Max) : null),
        new("min", "<a<n>:n>", 1, (a, _, _) => a[0] is ArrayValue { Count: > 0 } numbers ? Fold(numbers, Math.Min) : null),
    ];

    private static double Sum(ArrayValue numbers)
    {
        var sum = 0.0;
        foreach (var number in numbers.Items)
            sum += ((NumberValue)number).Number;
        return sum;
    }

    private static double Fold(ArrayValue numbers, Func<double, double, double> choose)
    {
        var chosen = ((NumberValue)numbers[0]).Number;
        foreach (var number in numbers.Items)
            chosen = choose(chosen, ((NumberValue)number).Number);
        return chosen;
    }
}
