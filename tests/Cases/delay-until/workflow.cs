public sealed record Plan(DateTimeOffset At, string Text);

[StateMachine]
public sealed partial class Workflow(Numbers numbers, TimeProvider time, Flow wf)
{
    public async Task<bool> RunAsync(Plan plan)
    {
        await wf.DelayUntilAsync(plan.At.AddMinutes(-5));
        await numbers.NoteAsync(plan.Text);
        await wf.DelayUntilAsync(time.GetUtcNow().AddHours(1));
        return time.GetUtcNow() >= plan.At;
    }
}
