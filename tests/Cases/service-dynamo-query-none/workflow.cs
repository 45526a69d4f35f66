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
    public async Task<int> RunAsync(string customer)
    {
        var page = await dynamo.QueryAsync<Purchase>(new(Own.Orders, "customer = :customer", new { customer }));
        return page.Items.Count + page.Count;
    }
}
