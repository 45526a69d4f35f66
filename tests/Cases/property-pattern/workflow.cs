public sealed record Sale(string Region, string Product, int Cents, string? Coupon = null);

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(Sale sale)
    {
        var kind = sale switch
        {
            { Cents: >= 500, Coupon: null } => "full",
            { Coupon: { Length: > 3 } coupon } => coupon,
            { Region: "north" or "south" } => "local",
            _ => "other",
        };
        await numbers.NoteAsync(kind);
        return kind;
    }
}
