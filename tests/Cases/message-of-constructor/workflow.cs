public sealed class UnknownOrderException(string id) : LookupException($"order {id}");

public abstract class LookupException(string what) : Exception("cannot find " + what);

public sealed class ClosedException() : Exception("closed");

// The message is what the constructor makes of its argument.
[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(string id)
    {
        try
        {
            await numbers.NoteAsync(id);
            if (id == "")
            {
                throw new ClosedException();
            }

            throw new UnknownOrderException(id);
        }
        catch (ClosedException e)
        {
            return e.Message;
        }
    }
}
