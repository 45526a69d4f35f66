public sealed record Sale(string Region, string Product, int Cents, string? Coupon = null);

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(Sale[] sales)
    {
        var prices = sales.DistinctBy(s => s.Product).ToDictionary(s => s.Product, s => s.Cents);
        if (prices.TryGetValue("tea", out var tea) && tea > 100)
            await numbers.NoteAsync($"tea {tea}");
        return prices.Count;
    }
}
