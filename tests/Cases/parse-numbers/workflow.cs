[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(string line)
    {
        var number = int.Parse(line);
        return await numbers.DoubleAsync(checked(number * 2));
    }
}
