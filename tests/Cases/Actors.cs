using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Aot.Authoring;
using Aot.Runtime;

// Whom the workflows of the cases call. The one who is called writes the call down, natively and under the state machine alike.

public static class Calls
{
    public static List<string> Log { get; } = [];

    public static void Add(string call)
    {
        lock (Log)
            Log.Add(call);
    }
}

public sealed class TooLargeException(string message) : Exception(message);

public class OddException(string message) : Exception(message);

public sealed class VeryOddException(string message) : OddException(message);

public sealed record Order(string Id, int Amount, string? Note = null);

public sealed record Receipt(string OrderId, int Total);

public class Numbers
{
    [LambdaFunction(Timeout = 10)]
    public Task<int> DoubleAsync(int value)
    {
        Calls.Add($"double {value}");
        return Task.FromResult(value * 2);
    }

    [LambdaFunction(Timeout = 10)]
    public Task<int> AddAsync(int left, int right)
    {
        Calls.Add($"add {left} {right}");
        return Task.FromResult(left + right);
    }

    /// <summary>Fails above the limit, oddly for odd values.</summary>
    [LambdaFunction(Timeout = 10)]
    public Task<int> CheckAsync(int value, int limit)
    {
        Calls.Add($"check {value} {limit}");
        if (value <= limit)
            return Task.FromResult(value);
        throw value % 2 == 0 ? new TooLargeException($"{value} is above {limit}") : new VeryOddException($"{value} is odd and above {limit}");
    }

    [LambdaFunction(Timeout = 10)]
    public Task NoteAsync(string text)
    {
        Calls.Add($"note {text}");
        return Task.CompletedTask;
    }
}

public class Charge
{
    [LambdaFunction(Timeout = 20)]
    public Task<Receipt> HandleAsync(Order order)
    {
        Calls.Add($"charge {order.Id} {order.Amount} {order.Note ?? "-"}");
        return order.Amount > 1000 ? throw new TooLargeException($"order {order.Id} is too large") : Task.FromResult(new Receipt(order.Id, order.Amount + 5));
    }
}

[AwsShape]
public sealed record ListRequest(Queue Shelf, int MaxItems, string? Filter = null);

[AwsShape]
public sealed record Item(string Name, int Price);

[AwsShape]
public sealed record ListResponse(IReadOnlyList<Item>? Items, string? NextToken = null);

[AwsShape]
public sealed record SellRequest(Queue Shelf, string Name);

[ErrorName("Shop.SoldOutException", "Shop.GoneException")]
public sealed class SoldOutException(string message) : Exception(message);

public interface IShop
{
    [ServiceIntegration("arn:aws:states:::aws-sdk:shop:listItems")]
    Task<ListResponse> ListItemsAsync(ListRequest request);

    [ServiceIntegration("arn:aws:states:::aws-sdk:shop:sellItem")]
    Task SellItemAsync(SellRequest request);
}

public sealed class Shop : IShop
{
    private static readonly Item[] _items = [new("apple", 3), new("pear", 4), new("melon", 20)];

    public Task<ListResponse> ListItemsAsync(ListRequest request)
    {
        Calls.Add($"list {request.Shelf} {request.MaxItems} {request.Filter ?? "-"}");
        var items = _items.Take(request.MaxItems).ToArray();
        return Task.FromResult(items.Length == 0 ? new ListResponse(null) : new ListResponse(items, "more"));
    }

    public Task SellItemAsync(SellRequest request)
    {
        Calls.Add($"sell {request.Shelf} {request.Name}");
        return request.Name == "pear" ? throw new SoldOutException("no pear left") : Task.CompletedTask;
    }
}

public static class Shelves
{
    public static readonly Queue Front = new("FrontShelf");
}
