public sealed record Flags(bool A, bool B, bool? C = null);

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(Flags flags)
    {
        if (flags.A ^ flags.B && flags.C != true || !(flags.A | flags.B))
            await numbers.NoteAsync($"{flags.A} {flags.C}");
        var c = flags.C ?? false;
        c &= flags.A;
        return $"{c}{flags.C.HasValue}";
    }
}
