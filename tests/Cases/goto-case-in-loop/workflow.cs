[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var sum = 0;
        for (var i = 0; i < 3; i++)
        {
            try
            {
                switch (i)
                {
                    case 0:
                        sum += 1;
                        continue;
                    case 1:
                        sum = await numbers.CheckAsync(n, 10);
                        goto case 2;
                    case 2:
                        sum += 10;
                        break;
                }

                await numbers.NoteAsync($"after {i}");
            }
            finally
            {
                await numbers.NoteAsync($"finally {i}");
            }
        }

        return sum;
    }
}
