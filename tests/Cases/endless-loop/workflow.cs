[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var sum = n;
        while (true)
        {
            sum = await numbers.DoubleAsync(sum);
            if (sum > 20)
                break;
        }

        return sum;
    }
}
