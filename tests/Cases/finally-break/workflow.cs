[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var sum = 0;
        for (var i = 0; i < 5; i++)
        {
            try
            {
                if (i == n)
                    break;
                var checkedNumber = await numbers.CheckAsync(i, 3);
                sum += checkedNumber;
            }
            finally
            {
                await numbers.NoteAsync($"turn {i}");
            }
        }

        return sum;
    }
}
