[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int[] values)
    {
        var pairs = values.Select(value => (Name: $"n{value}", Value: value)).ToArray();
        var sum = 0;
        foreach (var (name, value) in pairs)
        {
            await numbers.NoteAsync($"{name}={value}");
            sum += value;
        }

        return sum;
    }
}
