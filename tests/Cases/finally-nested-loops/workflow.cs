[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var found = -1;
        for (var i = 0; i < 3; i++)
        {
            try
            {
                for (var j = 0; j < 3; j++)
                {
                    try
                    {
                        if (i * 3 + j == n)
                        {
                            found = await numbers.AddAsync(i, j);
                            break;
                        }

                        if (j == 1)
                            continue;
                        await numbers.NoteAsync($"at {i} {j}");
                    }
                    finally
                    {
                        await numbers.NoteAsync($"column {j}");
                    }
                }

                if (found >= 0)
                    break;
            }
            finally
            {
                await numbers.NoteAsync($"row {i}");
            }
        }

        return found;
    }
}
