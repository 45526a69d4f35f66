[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers, Charge charge)
{
    public async Task<string[]> RunAsync(Request request)
    {
        var offset = await numbers.DoubleAsync(request.Limit);
        var run = Guid.Empty;
        return await wf.DistributedMapAsync(ItemSource.Array(request.Orders), async order =>
        {
            var receipt = await charge.HandleAsync(new Order($"{request.Customer.Name}-{order.Id}", order.Amount + offset, request.Note));
            if (receipt.Total > request.Limit)
                await numbers.NoteAsync($"{receipt.OrderId} {receipt.Total} above {request.Limit} in {run}");
            return $"{receipt.OrderId}: {receipt.Total} ({request.Note ?? "none"})";
        }, new DistributedMapOptions(MaxConcurrency: 1));
    }
}

public sealed record Customer(string Name);

public sealed record Request(Order[] Orders, int Limit, Customer Customer, string? Note = null);
