[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(int n)
    {
        var doubled = await numbers.DoubleAsync(n);
        var kind = doubled switch { < 0 => "negative", 0 => "zero", > 5 and < 10 => "some", _ => "many" };
        await numbers.NoteAsync(kind);
        return kind;
    }
}
