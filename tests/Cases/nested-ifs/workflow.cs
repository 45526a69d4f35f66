[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        if (n > 0)
        {
            if (n > 10)
            {
                if (n > 100)
                    return 3;
                await numbers.NoteAsync("tens");
            }
            else
            {
                await numbers.NoteAsync("ones");
            }

            return 1;
        }

        if (n == 0)
            return 0;
        return await numbers.DoubleAsync(n);
    }
}
