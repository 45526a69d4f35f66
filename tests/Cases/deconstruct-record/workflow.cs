[StateMachine]
public sealed partial class Workflow(Charge charge)
{
    public async Task<string> RunAsync(Order order)
    {
        var (id, total) = await charge.HandleAsync(order);
        (id, var note) = (id + "!", order.Note ?? "none");
        return $"{id} {total} {note}";
    }
}
