using Aot.Authoring.Services.DynamoDb;

public static class Own
{
    public static readonly Table Orders = new("OrderTable");
    public static readonly Table Stock = new("StockTable");
}
public sealed record Row(int Total);

[StateMachine]
public sealed partial class Workflow(IDynamoDb dynamo)
{
    public async Task<int> RunAsync(string customer)
    {
        var total = 0;
        var page = await dynamo.QueryAsync<Row>(new(Own.Orders, "customer = :customer", new { customer }));
        total += page.Items.Sum(r => r.Total);
        while (page.LastEvaluatedKey is { } last)
        {
            page = await dynamo.QueryAsync<Row>(new(Own.Orders, "customer = :customer", new { customer }, ExclusiveStartKey: last));
            total += page.Items.Sum(r => r.Total);
        }

        return total;
    }
}
