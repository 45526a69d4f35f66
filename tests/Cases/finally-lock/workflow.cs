[StateMachine]
public sealed partial class Workflow(Numbers numbers, Charge charge)
{
    public async Task<string> RunAsync(Order order)
    {
        var isHeld = false;
        try
        {
            await numbers.CheckAsync(order.Amount, 100);
            isHeld = true;
            await charge.HandleAsync(order);
            await numbers.CheckAsync(order.Amount, 50);
        }
        catch (VeryOddException)
        {
            return "busy";
        }
        finally
        {
            if (isHeld)
                await numbers.NoteAsync($"unlock {order.Id}");
        }

        return "done";
    }
}
