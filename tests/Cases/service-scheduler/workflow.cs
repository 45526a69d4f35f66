using Aot.Authoring.Services.Scheduler;

public sealed record Reminder(string Id, string At);

public static class Own
{
    public static readonly Queue Jobs = new("JobQueue");
    public static readonly Role Caller = new("CallerRole");
}

[StateMachine]
public sealed partial class Workflow(IScheduler scheduler)
{
    public async Task<string> RunAsync(Reminder reminder)
    {
        var name = $"reminder-{reminder.Id}";
        try
        {
            await scheduler.CreateScheduleAsync(new(name, $"at({reminder.At})", new("OFF"), new(Own.Jobs.Arn, Own.Caller, new { reminder.Id }), ActionAfterCompletion: "DELETE"));
            return "created";
        }
        catch (ScheduleConflictException)
        {
            var old = await scheduler.GetScheduleAsync(new(name));
            if (old.State == "DISABLED")
            {
                await scheduler.DeleteScheduleAsync(new(name));
                return "deleted";
            }

            await scheduler.UpdateScheduleAsync(new(name, $"at({reminder.At})", new("FLEXIBLE", 15), new(Own.Jobs.Arn, Own.Caller, new { reminder.Id })));
            return "moved";
        }
    }
}
