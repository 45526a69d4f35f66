[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<bool> RunAsync(int n)
    {
        var id = Guid.NewGuid();
        var again = id;
        await numbers.NoteAsync(id == again ? "same" : "other");
        var text = $"{id:N}";
        return text.Length == 32 && text == id.ToString("N") && Random.Shared.Next(n, n + 1) == n;
    }
}
