using Aot.Authoring.Services.DynamoDb;

public static class Own
{
    public static readonly Table Orders = new("OrderTable");
    public static readonly Table Stock = new("StockTable");
}

public enum Status { Open, Paid }

public sealed record Line(string Sku, int Count, double Price);

public sealed record Purchase(string Id, Status Status, bool IsGift, int Total, Line[] Lines, string? Note = null, int? Discount = null, bool? IsLate = null, Line? Extra = null);

[StateMachine]
public sealed partial class Workflow(IDynamoDb dynamo)
{
    public async Task<string> RunAsync(Purchase order)
    {
        try
        {
            await dynamo.PutItemAsync(new PutItemRequest<Purchase>(Own.Orders, order, "#t < :limit", new { limit = 100 }, new Dictionary<string, string> { ["#t"] = "total" }));
            return "stored";
        }
        catch (ConditionalCheckFailedException e)
        {
            return e.Message;
        }
    }
}
