public sealed record Purchase(string Id, int Amount, int Hours);

[StateMachine]
public sealed partial class Workflow(Approvals approvals, Numbers numbers, TimeProvider time)
{
    public async Task<string> RunAsync(Purchase purchase)
    {
        if (purchase.Amount <= 100)
            return "approved";
        var deadline = time.GetUtcNow().AddHours(purchase.Hours);
        await numbers.NoteAsync($"ask for {purchase.Id}");
        for (var reminder = 0; time.GetUtcNow() < deadline && reminder < 10; reminder++)
        {
            var answer = await approvals.LookAsync(purchase.Id, reminder);
            switch (answer.Decision)
            {
                case Decision.Yes:
                    return "approved";
                case Decision.No when answer.Reason is { } reason:
                    return $"refused: {reason}";
                case Decision.No:
                    return "refused";
            }

            await Task.Delay(TimeSpan.FromHours(1), time);
            await numbers.NoteAsync($"remind {reminder + 1}");
        }

        throw new NotAnsweredException($"nobody answered for {purchase.Id}");
    }
}
