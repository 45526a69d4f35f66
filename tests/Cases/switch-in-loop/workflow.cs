[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var sum = 0;
        foreach (var i in new[] { 1, 2, 3, 4 })
        {
            switch (i)
            {
                case 1:
                    continue;
                case 2 when n > 5:
                    sum += 20;
                    break;
                case 3:
                    if (n > 8)
                        return sum;
                    break;
                default:
                    sum = await numbers.AddAsync(sum, i);
                    break;
            }
        }

        return sum;
    }
}
