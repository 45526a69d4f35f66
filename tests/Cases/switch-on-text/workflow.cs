[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(string word)
    {
        var code = word.ToLowerInvariant() switch { "one" => 1, "two" => 2, { Length: 0 } => 0, _ => -1 };
        if (code < 0)
            return code;
        return await Doubled(code);

        async Task<int> Doubled(int value) => await numbers.DoubleAsync(value);
    }
}
