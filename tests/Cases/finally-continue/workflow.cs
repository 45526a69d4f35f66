[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var sum = 0;
        foreach (var i in new[] { 1, 2, 3, 4 })
        {
            try
            {
                if (i == n)
                    continue;
                sum = await numbers.AddAsync(sum, i);
            }
            finally
            {
                sum += 100;
            }
        }

        return sum;
    }
}
