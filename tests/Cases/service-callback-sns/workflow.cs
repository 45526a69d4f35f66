using Aot.Authoring.Services.Sns;

public static class Topics { public static readonly Topic Duty = new("DutyTopic"); }

[StateMachine]
public sealed partial class Workflow(ISns sns)
{
    public async Task<bool> RunAsync(string question)
    {
        return await sns.PublishAndWaitAsync<bool>(token => new(Topics.Duty, $"{question}: https://approve.example/{token}", Subject: "Please decide"), heartbeat: TimeSpan.FromMinutes(5));
    }
}
