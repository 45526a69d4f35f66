[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(string name)
    {
        await numbers.NoteAsync($"it's \"{name}\" \\ ${{x}} {{%y%}} 😀");
        return $"{name}\n\t";
    }
}
