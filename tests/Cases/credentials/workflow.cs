[StateMachine]
public sealed partial class Workflow([Credentials("arn:aws:iam::111122223333:role/StockReader")] IStock stock, IPrices prices)
{
    public async Task<int> RunAsync(string product)
    {
        var count = await stock.CountAsync(new(product));
        var price = await prices.PriceAsync(new(product));
        return count.Value * price.Value;
    }
}

[AwsShape]
public sealed record StockRequest(string Product);

[AwsShape]
public sealed record StockResponse(int Value);

public interface IStock
{
    [ServiceIntegration("arn:aws:states:::aws-sdk:stock:count")]
    Task<StockResponse> CountAsync(StockRequest request);
}

public interface IPrices
{
    [ServiceIntegration("arn:aws:states:::aws-sdk:prices:price"), Credentials("arn:aws:iam::${PriceAccount}:role/${PriceRole}"), TaskTimeout(30)]
    Task<StockResponse> PriceAsync(StockRequest request);
}

public sealed class Stock : IStock, IPrices
{
    public Task<StockResponse> CountAsync(StockRequest request)
    {
        Calls.Add($"count {request.Product}");
        return Task.FromResult(new StockResponse(4));
    }

    public Task<StockResponse> PriceAsync(StockRequest request)
    {
        Calls.Add($"price {request.Product}");
        return Task.FromResult(new StockResponse(25));
    }
}
