[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(int n)
    {
        var log = "";
        for (int row = 0; row < n; row++)
        {
            for (int column = 0; column < n; column++)
            {
                if (column > row)
                    break;
                if (row == 1)
                    continue;
                var sum = await numbers.AddAsync(row, column);
                log += $"{sum} ";
            }
        }

        return log;
    }
}
