[StateMachine]
public sealed partial class Workflow(IReview review)
{
    public async Task<string> RunAsync(Draft draft)
    {
        var verdict = await review.ReviewAsync(draft);
        return verdict.IsAccepted ? $"{draft.Title} is in" : $"{draft.Title}: {verdict.Remark ?? "no reason"}";
    }
}

public sealed record Draft(string Title, int Words);

public sealed record Verdict(bool IsAccepted, string? Remark = null);

public interface IReview
{
    [Activity("ReviewActivity"), TaskTimeout(86_400, HeartbeatSeconds = 600)]
    Task<Verdict> ReviewAsync(Draft draft);
}

public sealed class Reviewer : IReview
{
    public Task<Verdict> ReviewAsync(Draft draft)
    {
        Calls.Add($"review {draft.Title} {draft.Words}");
        return Task.FromResult(new Verdict(draft.Words > 100, draft.Words > 100 ? null : "too short"));
    }
}
