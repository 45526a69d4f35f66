[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(Order[] orders)
    {
        var total = 0;
        foreach (var (id, amount, _) in orders)
        {
            if (amount < 0)
                return -1;
            await numbers.NoteAsync(id);
            total += amount;
        }

        return total;
    }
}
