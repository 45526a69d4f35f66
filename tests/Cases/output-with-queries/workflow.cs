public sealed record Sale(string Region, string Product, int Cents, string? Coupon = null);

public sealed record Summary(int Count, string?[] Coupons, Sale? First, string? Note);

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<Summary> RunAsync(Sale[] sales)
    {
        await numbers.NoteAsync($"{sales.Length}");
        return new Summary(sales.Length, [.. sales.Select(s => s.Coupon).Distinct()], sales.FirstOrDefault(), sales.Any(s => s.Cents > 500) ? null : "cheap");
    }
}
