using Aot.Runtime;

namespace Aot.Order;

/// <summary>A customer's order.</summary>
public sealed record CustomerOrder(string OrderId, string Status, DateTimeOffset CreatedAt, Customer Customer, double Total, OrderLine[] Items);

/// <summary>Who ordered.</summary>
public sealed record Customer(long Id, string Name, string Email, bool Vip);

/// <summary>What was ordered.</summary>
public sealed record OrderLine(string Sku, string Name, int Quantity, double Price, string[] Tags);

/// <summary>Reads a typed order, adds it up, writes it back: the runtime with its generated JSON.</summary>
public static class ProcessOrder
{
    /// <summary>Sets the total, rounded to cents, and the status.</summary>
    [LambdaFunction]
    public static CustomerOrder Handle(CustomerOrder order)
    {
        var total = 0.0;
        foreach (var line in order.Items)
            total += line.Quantity * line.Price;
        return order with { Total = Math.Round(total, 2), Status = "processed" };
    }
}
