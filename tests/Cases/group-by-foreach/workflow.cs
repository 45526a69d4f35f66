public sealed record Sale(string Region, string Product, int Cents, string? Coupon = null);

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(Sale[] sales)
    {
        var largest = 0;
        foreach (var group in sales.GroupBy(s => s.Product))
        {
            await numbers.NoteAsync($"{group.Key}: {string.Join(",", group.Select(s => s.Region))}");
            largest = Math.Max(largest, group.Count());
        }

        return largest;
    }
}
