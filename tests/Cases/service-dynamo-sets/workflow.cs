using Aot.Authoring.Services.DynamoDb;

public static class Own
{
    public static readonly Table Orders = new("OrderTable");
    public static readonly Table Stock = new("StockTable");
}
public sealed record Tagged(string Id, [AttributeSet] string[] Tags, [AttributeSet] int[] Sizes, [AttributeSet] string[]? Extra);

[StateMachine]
public sealed partial class Workflow(IDynamoDb dynamo)
{
    public async Task<string[]> RunAsync(Tagged input)
    {
        await dynamo.PutItemAsync(new PutItemRequest<Tagged>(Own.Orders, input));
        var read = await dynamo.GetItemAsync<Tagged>(new(Own.Orders, new { input.Id }));
        if (read.Item is not { } item)
            return [];
        return [.. item.Tags, $"{item.Sizes.Sum()}", $"{item.Extra?.Length ?? 0}"];
    }
}
