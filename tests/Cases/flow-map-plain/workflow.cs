[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    public async Task RunAsync(string[] names)
    {
        await wf.MapAsync(names, name => numbers.NoteAsync($"hello {name}"));
    }
}
