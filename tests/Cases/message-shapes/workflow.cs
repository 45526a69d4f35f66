// A message is what it is, whether or not it looks like the JSON that a function reports.
[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(string message)
    {
        try
        {
            await numbers.NoteAsync("before");
            if (message != "")
            {
                throw new TooLargeException(message);
            }

            await numbers.CheckAsync(8, 2);
        }
        catch (TooLargeException e)
        {
            return e.Message;
        }

        return "";
    }
}
