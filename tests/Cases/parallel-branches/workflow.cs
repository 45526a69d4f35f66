[StateMachine]
public sealed partial class Workflow(Numbers numbers, Charge charge)
{
    public async Task<string> RunAsync(int n)
    {
        var order = new Order("a", n);
        await Task.WhenAll(
            charge.HandleAsync(order),
            NoteAsync(order));
        return order.Id;
    }

    private async Task NoteAsync(Order order)
    {
        if (order.Amount == 0)
            return;
        await numbers.NoteAsync($"order {order.Id}");
    }
}
