[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    public async Task<int> RunAsync(int rounds)
    {
        var total = 0;
        for (var round = 1; round <= rounds; round++)
        {
            var id = $"round {round}";
            var values = await wf.DistributedMapAsync(ItemSource.Array(Enumerable.Range(1, round).ToArray()), async value =>
            {
                await numbers.NoteAsync($"{id} {value}");
                return value * total;
            });
            total += 1 + values.Sum();
        }

        return total;
    }
}
