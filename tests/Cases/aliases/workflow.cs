[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(Order order)
    {
        var amount = order.Amount;
        var limit = 100;
        var (id, note) = (order.Id, order.Note);
        await numbers.NoteAsync($"{id} {amount} {limit}");
        return note ?? (amount > limit ? "" : "none");
    }
}
