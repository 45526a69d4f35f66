public sealed record Sale(string Region, string Product, int Cents, string? Coupon = null);

[StateMachine]
public sealed partial class Workflow(Charge charge)
{
    public async Task<int> RunAsync(Sale[] sales)
    {
        var receipt = await charge.HandleAsync(new Order(
            string.Join("+", sales.Select(s => s.Product)),
            sales.Where(s => s.Coupon == null).Sum(s => s.Cents) / 100,
            sales.Select(s => s.Coupon).FirstOrDefault(c => c != null)));
        return receipt.Total;
    }
}
