[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string[]> RunAsync(string[] names)
    {
        return await Task.WhenAll(names.Select(async (name, index) =>
        {
            await numbers.NoteAsync($"{index} {name}");
            return $"{name}{index}";
        }));
    }
}
