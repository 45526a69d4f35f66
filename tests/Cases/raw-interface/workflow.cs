[StateMachine]
public sealed partial class Workflow(ILedger ledger, IBooks books)
{
    public async Task<string[]> RunAsync(string[] accounts)
    {
        try
        {
            var names = await ledger.OpenAsync(accounts.Where(a => a != "").ToArray());
            return names;
        }
        catch (ClosedException e)
        {
            await books.NoteAsync(new(e.Message));
            return [];
        }
    }
}

[AwsShape]
public sealed record ListAccounts(string[] Names);

[AwsShape]
public sealed record AccountList(string[] Names);

[AwsShape]
public sealed record Remark(string Text);

[ErrorName("Books.ClosedException")]
public sealed class ClosedException(string message) : Exception(message);

public interface ILedger
{
    [RawState("""
        { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:books:listAccounts", "Arguments": { "Names": "{% $states.input %}" }, "Output": "{% $states.result.Names[$ != 'main'] %}" }
        """)]
    [TaskPermission("books:ListAccounts", "arn:aws:books:::ledger/main")]
    Task<string[]> OpenAsync(string[] accounts);
}

public interface IBooks
{
    [ServiceIntegration("arn:aws:states:::aws-sdk:books:listAccounts", Resources = ["arn:aws:books:::ledger/main"])]
    Task<AccountList> ListAccountsAsync(ListAccounts request);

    [ServiceIntegration("arn:aws:states:::aws-sdk:books:note", Resources = ["arn:aws:books:::ledger/main"])]
    Task NoteAsync(Remark request);
}

public sealed class Books : IBooks
{
    public Task<AccountList> ListAccountsAsync(ListAccounts request)
    {
        Calls.Add($"list {string.Join(",", request.Names)}");
        return request.Names.Contains("closed") ? throw new ClosedException("the books are closed") : Task.FromResult(new AccountList([.. request.Names, "main"]));
    }

    public Task NoteAsync(Remark request)
    {
        Calls.Add($"remark {request.Text}");
        return Task.CompletedTask;
    }
}

public sealed class Ledger : ILedger
{
    public async Task<string[]> OpenAsync(string[] accounts)
    {
        var list = await new Books().ListAccountsAsync(new(accounts));
        return [.. list.Names.Where(n => n != "main")];
    }
}
