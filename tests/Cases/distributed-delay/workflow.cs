[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers, TimeProvider time)
{
    public async Task<string[]> RunAsync(int[] seconds) => await wf.DistributedMapAsync(ItemSource.Array(seconds), async second =>
    {
        await Task.Delay(TimeSpan.FromSeconds(second), time);
        await numbers.NoteAsync($"after {second}");
        return $"{second} s";
    });
}
