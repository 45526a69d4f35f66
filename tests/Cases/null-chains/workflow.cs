public sealed record Part(string? Name, Part? Inner, int? Size);

// null goes through ?. and ??, and numbers with null in them are null.
[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(Part part)
    {
        var name = part.Inner?.Inner?.Name ?? part.Inner?.Name ?? part.Name ?? "nobody";
        var size = part.Size + part.Inner?.Size;
        var isLarger = part.Inner?.Size > part.Size;
        await numbers.NoteAsync($"{name} {size} {isLarger} {part.Size == part.Inner?.Size}");
        size ??= -1;
        return size is > 3 and var big ? $"big {big}" : $"small {size}";
    }
}
