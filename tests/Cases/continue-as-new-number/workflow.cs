[StateMachine]
public sealed partial class Workflow(Numbers numbers, Flow wf)
{
    public async Task RunAsync(int left)
    {
        await numbers.NoteAsync($"{left}");
        if (left > 0)
            await wf.ContinueAsNewAsync(RunAsync, left - 1);
    }
}
