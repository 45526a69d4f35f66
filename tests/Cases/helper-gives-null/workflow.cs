public sealed record Search(int? Limit, string[] Words);

// What a helper gives may be null, and text of null is empty.
[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(Search input)
    {
        var limit = await LimitAsync(input);
        await numbers.NoteAsync("limit " + limit);
        foreach (var none in input.Words.Select(w => (int?)null).ToArray())
        {
            int? next = none + 1;
            await numbers.NoteAsync($"next {next}");
        }

        return $"{limit}";
    }

    private async Task<int?> LimitAsync(Search search)
    {
        await numbers.NoteAsync("looking");
        int? limit = search.Limit;
        return limit;
    }
}
