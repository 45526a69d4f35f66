[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        await numbers.NoteAsync("before");
        return await numbers.DoubleAsync(checked(n * n));
    }
}
