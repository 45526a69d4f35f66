public sealed record Sale(string Region, string Product, int Cents, string? Coupon = null);

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(Sale[] sales)
    {
        var best = sales.MaxBy(s => s.Cents);
        if (best is null)
            return "none";
        await numbers.NoteAsync($"{best.Product} {sales.MinBy(s => s.Cents)!.Product}");
        return best.Region;
    }
}
