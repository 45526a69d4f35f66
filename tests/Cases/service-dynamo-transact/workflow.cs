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
            await dynamo.TransactWriteItemsAsync(new(
                [
                    new(Put: new(Own.Orders, order, "attribute_not_exists(id)")),
                    new(Update: new(Own.Stock, new { order.Lines[0].Sku }, "SET left = left - :count", new { order.Lines[0].Count, gift = order.IsGift }, "left >= :count")),
                ],
                ClientRequestToken: order.Id));
            return "done";
        }
        catch (TransactionCanceledException e)
        {
            return e.Message;
        }
    }
}
