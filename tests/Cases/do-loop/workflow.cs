[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var rounds = 0;
        do
        {
            rounds++;
            if (rounds == 2)
                continue;
            await numbers.NoteAsync($"round {rounds}");
        }
        while (rounds < n);
        return rounds;
    }
}
