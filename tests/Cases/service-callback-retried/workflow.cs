using Aot.Authoring.Services.Sqs;

public static class Own
{
    public static readonly Queue Jobs = new("JobQueue");
    public static readonly Queue Dead = new("DeadQueue");
}
public sealed record Ask(string Token, int Id);

[StateMachine]
public sealed partial class Workflow([Retry(Errors = ["SQS.SdkClientException"], MaxAttempts = 2)] ISqs sqs)
{
    public async Task<int> RunAsync(int n)
    {
        return await sqs.SendMessageAndWaitAsync<Ask, int>(token => new(Own.Jobs, new Ask(token, Guid.NewGuid().ToString().Length + n)));
    }
}
