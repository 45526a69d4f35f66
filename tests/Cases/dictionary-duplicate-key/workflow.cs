public sealed record Sale(string Region, string Product, int Cents, string? Coupon = null);

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(Sale[] sales)
    {
        await numbers.NoteAsync("before");
        var prices = sales.ToDictionary(s => s.Product, s => s.Cents);
        return await numbers.DoubleAsync(prices["rum"]);
    }
}
