using Aot.Authoring.Services.Sqs;

public static class Own
{
    public static readonly Queue Jobs = new("JobQueue");
    public static readonly Queue Dead = new("DeadQueue");
}

[StateMachine]
public sealed partial class Workflow(ISqs sqs, TimeProvider time)
{
    public async Task<string> RunAsync()
    {
        await sqs.StartMessageMoveTaskAsync(new(Own.Dead.Arn, Own.Jobs.Arn, MaxNumberOfMessagesPerSecond: 50));
        while (true)
        {
            var moves = await sqs.ListMessageMoveTasksAsync(new(Own.Dead.Arn, 1));
            if (moves.Results is { Count: > 0 } results && results[0].Status != "RUNNING")
                return $"{results[0].Status} {results[0].ApproximateNumberOfMessagesMoved ?? 0}";
            await Task.Delay(TimeSpan.FromSeconds(30), time);
        }
    }
}
