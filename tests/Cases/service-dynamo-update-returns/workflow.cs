using Aot.Authoring.Services.DynamoDb;

public static class Own
{
    public static readonly Table Orders = new("OrderTable");
    public static readonly Table Stock = new("StockTable");
}
public sealed record Counter(int Hits);

[StateMachine]
public sealed partial class Workflow(IDynamoDb dynamo)
{
    public async Task<int> RunAsync(string id)
    {
        var counted = await dynamo.UpdateItemAsync<Counter>(new(Own.Stock, new { id }, "ADD hits :one", new { one = 1 }, ReturnValues: "UPDATED_NEW"));
        return counted.Attributes?.Hits ?? 0;
    }
}
