[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var sum = 0;
        for (int i = 0, step = 2; i < n; i += step)
        {
            var doubled = await numbers.DoubleAsync(i);
            sum += doubled;
        }

        return sum;
    }
}
