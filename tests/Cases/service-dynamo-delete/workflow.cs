using Aot.Authoring.Services.DynamoDb;

public static class Own
{
    public static readonly Table Orders = new("OrderTable");
    public static readonly Table Stock = new("StockTable");
}

[StateMachine]
public sealed partial class Workflow(IDynamoDb dynamo)
{
    public async Task<string> RunAsync(int version)
    {
        try
        {
            await dynamo.DeleteItemAsync(new(Own.Orders, new { id = "a", sort = version }, "version = :version", new { version }));
            return "deleted";
        }
        catch (TableNotFoundException)
        {
            return "no table";
        }
        catch (ConditionalCheckFailedException)
        {
            return "changed";
        }
    }
}
