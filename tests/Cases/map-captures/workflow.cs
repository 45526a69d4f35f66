public sealed record Sale(string Region, string Product, int Cents, string? Coupon = null);

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string[]> RunAsync(Sale[] sales)
    {
        var factor = await numbers.DoubleAsync(3);
        return await Task.WhenAll(sales.Select(async (sale, index) =>
        {
            var cents = await numbers.AddAsync(sale.Cents * factor, index);
            return $"{sale.Product}={cents}{(sale.Coupon is null ? "" : "!")}";
        }));
    }
}
