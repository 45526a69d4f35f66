[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var sum = 0;
        while (sum < n)
        {
            var part = await numbers.AddAsync(sum, 2);
            sum = part;
        }

        return sum;
    }
}
