[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(int n)
    {
        var (low, high) = n > 5 ? (5, n) : (n, 5);
        var pair = (Sum: low + high, Name: $"{low}-{high}");
        await numbers.NoteAsync(pair.Name);
        return pair == (Sum: 10, Name: "5-5") ? "same" : $"{pair.Sum}";
    }
}
