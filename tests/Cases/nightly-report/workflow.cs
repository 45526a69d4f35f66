// A Map of 500 items: one state in the machine, five hundred calls, ten at a time.
[StateMachine(TimeoutSeconds = 3600)]
[Schedule("cron(0 2 * * ? *)", Input = """{"stores":500,"target":900}""")]
public sealed partial class Workflow(Flow wf, Sales sales, Numbers numbers)
{
    public async Task<Report> RunAsync(Night night)
    {
        var results = await wf.MapAsync(Enumerable.Range(1, night.Stores), async store =>
        {
            var day = await sales.OfDayAsync(store);
            return new StoreResult(store, day.Cents, day.Cents >= night.Target);
        }, new MapOptions(MaxConcurrency: 10));

        var missed = results.Where(r => !r.IsOnTarget).Select(r => r.Store).ToArray();
        if (missed.Length > night.Stores / 2)
            await numbers.NoteAsync($"bad night: {missed.Length} of {night.Stores} below {night.Target}");
        return new Report(results.Length, results.Sum(r => r.Cents), missed.Length, missed.Take(3).ToArray());
    }
}

public sealed record Night(int Stores, int Target);

public sealed record Day(int Cents);

public sealed record StoreResult(int Store, int Cents, bool IsOnTarget);

public sealed record Report(int Stores, int Cents, int Missed, int[] First);

public class Sales
{
    [LambdaFunction(Timeout = 30)]
    public Task<Day> OfDayAsync(int store)
    {
        Calls.Add($"sales {store}");
        return Task.FromResult(new Day(store * 37 % 1001));
    }
}
