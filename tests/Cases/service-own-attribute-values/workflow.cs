public enum Status { Open, Paid }

public sealed record Line(string Sku, int Count, double Price);

public sealed record Purchase(string Id, Status Status, bool IsGift, int Total, Line[] Lines, string? Note = null, int? Discount = null, bool? IsLate = null, Line? Extra = null);

public interface IStore
{
    [ServiceIntegration("arn:aws:states:::aws-sdk:store:store", Resources = ["*"])]
    Task<StoreResponse<TItem>> StoreAsync<TItem>(StoreRequest<TItem> request)
        where TItem : class;
}

[AwsShape]
public sealed record StoreRequest<TItem>(string TableName, [property: AttributeValues] TItem Item, string? Condition = null);

[AwsShape]
public sealed record StoreResponse<TItem>([property: AttributeValues] TItem? Attributes)
    where TItem : class;

[StateMachine]
public sealed partial class Workflow(IStore store, Numbers numbers)
{
    public async Task<bool> RunAsync(Purchase order)
    {
        var request = new StoreRequest<Purchase>("orders", order);
        if (order.Total > 10)
            request = request with { Condition = "attribute_exists(id)", Item = order with { Note = "big" } };
        await numbers.NoteAsync(request.Item.Id);
        var stored = await store.StoreAsync(request);
        return stored.Attributes?.IsGift ?? false;
    }
}
