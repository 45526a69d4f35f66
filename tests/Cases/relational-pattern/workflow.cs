[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(int celsius)
    {
        if (celsius is > 30 and <= 40 or < -10)
            await numbers.NoteAsync("extreme");
        return celsius switch { < 0 => "ice", 0 => "zero", > 0 and < 100 => "water", _ => "steam" };
    }
}
