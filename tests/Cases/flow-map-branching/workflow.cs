[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    public async Task<string[]> RunAsync(Request request)
    {
        var limit = request.Limit + 1;
        return await wf.MapAsync(request.Values, async value =>
        {
            if (value > limit)
            {
                await numbers.NoteAsync($"{value} is above {limit}");
                return "large";
            }

            var doubled = await numbers.DoubleAsync(value);
            return $"{doubled} of {limit}";
        });
    }
}

public sealed record Request(int[] Values, int Limit);
