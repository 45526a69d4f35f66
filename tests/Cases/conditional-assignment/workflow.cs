[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(int n)
    {
        var size = "small";
        if (n > 100)
            size = "huge";
        else if (n > 10)
            size = "large";
        await numbers.NoteAsync(size);
        return size;
    }
}
