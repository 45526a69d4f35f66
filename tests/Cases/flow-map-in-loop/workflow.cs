[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    public async Task<int> RunAsync(int rounds)
    {
        var total = 0;
        for (var round = 1; round <= rounds; round++)
        {
            var values = await wf.MapAsync(Enumerable.Range(1, round), async value => await numbers.AddAsync(value, round));
            total += values.Sum();
        }

        return total;
    }
}
