[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<Totals> RunAsync(Order[] orders)
    {
        var totals = await SumUpAsync(orders, 3);
        await numbers.NoteAsync($"{totals.Count} orders, {totals.Sum}");
        return totals;
    }

    [RawState("""
        {
          "Type": "Pass",
          "Comment": "JSONata groups by itself.",
          "Output": {
            "count": "{% $count($states.input.orders) %}",
            "sum": "{% $sum($states.input.orders.amount) * $states.input.factor %}",
            "ids": "{% [$map($states.input.orders, function($order) { $uppercase($order.id) })] %}",
            "mark": "sum"
          }
        }
        """)]
    private static Task<Totals> SumUpAsync(Order[] orders, int factor) =>
        Task.FromResult(new Totals(orders.Length, orders.Sum(o => o.Amount) * factor, [.. orders.Select(o => o.Id.ToUpperInvariant())], "sum"));
}

public sealed record Totals(int Count, int Sum, string[] Ids, string Mark);
