[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var sum = 0;
        checked
        {
            sum = await numbers.DoubleAsync(n);
            sum += n;
        }

        return sum;
    }
}
