[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(Order[] orders)
    {
        foreach (var order in orders)
        {
            if (order.Amount > 100)
                return order.Id;
            await numbers.NoteAsync(order.Id);
        }

        return "none";
    }
}
