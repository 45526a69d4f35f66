[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int[]> RunAsync(int[] values)
    {
        return await Task.WhenAll(values.Select(async value =>
        {
            try
            {
                if (value == 0)
                    return -1;
                return await numbers.DoubleAsync(value);
            }
            finally
            {
                await numbers.NoteAsync($"done {value}");
            }
        }));
    }
}
