public sealed record Sale(string Region, string Product, int Cents, string? Coupon = null);

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string[]> RunAsync(Sale[] sales)
    {
        var regions = sales.GroupBy(s => s.Region).Select(g => new { g.Key, Total = g.Sum(s => s.Cents) }).ToArray();
        return await Task.WhenAll(regions.Select(async region =>
        {
            await numbers.NoteAsync($"{region.Key} {region.Total}");
            return region.Key;
        }));
    }
}
