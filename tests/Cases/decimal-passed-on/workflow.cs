public sealed record Price(decimal Amount, string Currency);

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<Price> RunAsync(Price price)
    {
        if (price.Amount > 9.5m)
            await numbers.NoteAsync(price.Currency);
        return price with { Currency = "EUR" };
    }
}
