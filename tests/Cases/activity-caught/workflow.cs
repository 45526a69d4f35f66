[StateMachine]
public sealed partial class Workflow(IPaper paper, Numbers numbers)
{
    public async Task<string> RunAsync(string title)
    {
        try
        {
            await paper.PrintAsync(title, 3);
            return "printed";
        }
        catch (StatesHeartbeatTimeoutException)
        {
            await numbers.NoteAsync("nobody works");
            return "silent";
        }
        catch (NoPaperException e)
        {
            return e.Message;
        }
    }
}

public sealed class NoPaperException(string message) : Exception(message);

public interface IPaper
{
    [Activity("Press"), TaskTimeout(60, HeartbeatSeconds = 20)]
    Task PrintAsync(string title, int copies);
}

public sealed class Press : IPaper
{
    public Task PrintAsync(string title, int copies)
    {
        Calls.Add($"print {title} {copies}");
        return title == "silent" ? throw new StatesHeartbeatTimeoutException("no heartbeat") : throw new NoPaperException($"no paper for {title}");
    }
}
