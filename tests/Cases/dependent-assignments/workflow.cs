[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var doubled = await numbers.DoubleAsync(n);
        var a = doubled + 1;
        var b = a * a;
        var c = b - a;
        a = c;
        await numbers.NoteAsync($"{a} {b} {c}");
        return a + b + c;
    }
}
