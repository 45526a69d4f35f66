public sealed record Sale(string Region, string Product, int Cents, string? Coupon = null);

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(Sale[] sales)
    {
        var least = await numbers.DoubleAsync(150);
        var count = Jsonata.Eval<int>("$count($sales[cents >= $least])", new { sales, least }, native: () => sales.Count(s => s.Cents >= least));
        var products = Jsonata.Eval<string[]>("$distinct($sales.product)", new { sales }, native: () => sales.Select(s => s.Product).Distinct().ToArray());
        await numbers.NoteAsync(string.Join(",", products));
        return count;
    }
}
