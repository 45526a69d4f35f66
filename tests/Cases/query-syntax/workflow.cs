public sealed record Sale(string Region, string Product, int Cents, string? Coupon = null);

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string[]> RunAsync(Sale[] sales)
    {
        var found = (
            from s in sales
            let euros = s.Cents / 100
            where euros >= 3
            orderby euros descending
            select $"{s.Product}:{euros}").ToArray();
        await numbers.NoteAsync(string.Join(" ", found));
        return found;
    }
}
