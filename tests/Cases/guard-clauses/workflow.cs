[StateMachine]
public sealed partial class Workflow(Charge charge)
{
    public async Task<string> RunAsync(Order order)
    {
        if (order.Amount < 0)
            throw new TooLargeException("negative");
        if (order.Id == "")
            return "no id";
        if (order.Note is { Length: > 3 })
            return "long note";
        var receipt = await charge.HandleAsync(order);
        return receipt.OrderId;
    }
}
