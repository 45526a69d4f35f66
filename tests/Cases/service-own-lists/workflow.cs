public enum Priority { Low, High }

public interface ITickets
{
    [ServiceIntegration("arn:aws:states:::aws-sdk:tickets:createTicket", Resources = ["arn:${AWS::Partition}:tickets:${AWS::Region}:${AWS::AccountId}:project/{Project}"])]
    Task<CreateTicketResponse> CreateTicketAsync(CreateTicketRequest request);
}

[AwsShape]
public sealed record CreateTicketRequest(
    string Project,
    [ValueRange(1, 200)] string Title,
    Priority? Priority = null,
    Person? Owner = null,
    Person[]? Watchers = null,
    IReadOnlyDictionary<string, string>? Labels = null,
    [property: JsonText] object? Details = null);

[AwsShape]
public sealed record Person(string Name, string? Mail = null);

[AwsShape]
public sealed record CreateTicketResponse(string TicketId, Person? Owner = null);

[ErrorName("Tickets.ProjectClosedException")]
public sealed class ProjectClosedException(string message) : Exception(message);

[StateMachine]
public sealed partial class Workflow(ITickets tickets)
{
    public async Task<int> RunAsync(Order[] orders)
    {
        var watchers = orders.Where(o => o.Note is not null).Select(o => new Person(o.Id, o.Note)).ToArray();
        var made = await Task.WhenAll(orders.Where(o => o.Amount > 3).Select(async o =>
        {
            var ticket = await tickets.CreateTicketAsync(new("shop", o.Id, Watchers: watchers.Length > 0 ? watchers : null));
            return ticket.TicketId;
        }));
        return made.Length;
    }
}
