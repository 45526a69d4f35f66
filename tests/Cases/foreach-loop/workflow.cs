[StateMachine]
public sealed partial class Workflow(Charge charge)
{
    public async Task<int> RunAsync(Order[] orders)
    {
        var total = 0;
        foreach (var order in orders)
        {
            var receipt = await charge.HandleAsync(order);
            total += receipt.Total;
        }

        return total;
    }
}
