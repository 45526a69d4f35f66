public sealed record Sale(string Region, string Product, int Cents, string? Coupon = null);

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string[]> RunAsync(Sale[] sales)
    {
        return await Task.WhenAll(sales.Select(async sale =>
        {
            await numbers.NoteAsync(sale.Product);
            return Jsonata.Eval<string>("($x := $sale.cents; $formatBase($x, 16))", new { sale }, native: () => sale.Cents.ToString("x"));
        }));
    }
}
