using Aot.Authoring.Services.DynamoDb;

public static class Own
{
    public static readonly Table Orders = new("OrderTable");
    public static readonly Table Stock = new("StockTable");
}

[StateMachine]
public sealed partial class Workflow(IDynamoDb dynamo)
{
    public async Task<int> RunAsync(int least)
    {
        var counted = await dynamo.ScanAsync(new(Own.Stock, "#left > :least AND isOpen = :open", new { least, open = true }, "COUNT", ExpressionAttributeNames: new Dictionary<string, string> { ["#left"] = "left" }));
        return counted.Count;
    }
}
