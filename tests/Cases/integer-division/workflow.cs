[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var page = (n + 9) / 10;
        if (n % 10 != 0)
            await numbers.NoteAsync($"{page:D3} {n % 10}");
        return -n / 3;
    }
}
