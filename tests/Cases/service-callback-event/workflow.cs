using Aot.Authoring.Services.EventBridge;

public static class Buses { public static readonly Bus Work = new("WorkBus"); }

public sealed record Work(int Job, string Token);

public sealed record Reply(string Worker, int Result);

[StateMachine]
public sealed partial class Workflow(IEventBridge events)
{
    public async Task<Reply> RunAsync(int job)
    {
        return await events.PutEventsAndWaitAsync<Work, Reply>(token => new([new(Buses.Work, "work", "WorkWanted", new Work(job, token))]));
    }
}
