public sealed record Line(string Name, int Price, int Count);

public sealed record Cart(string Id, Line[] Lines);

public sealed record Placed(string Id, string Outcome, int Parcel, string[] Reserved);

[StateMachine]
public sealed partial class Workflow(IShop shop, Charge charge, Numbers numbers)
{
    public async Task<Placed> RunAsync(Cart cart)
    {
        var receipt = await charge.HandleAsync(new Order(cart.Id, cart.Lines.Sum(line => line.Price * line.Count)));
        var reserved = new List<string>().ToArray();
        try
        {
            foreach (var line in cart.Lines)
            {
                await shop.SellItemAsync(new SellRequest(Shelves.Front, line.Name));
                reserved = [.. reserved, line.Name];
            }

            var parcel = await numbers.CheckAsync(cart.Lines.Sum(line => line.Count), 5);
            return new Placed(cart.Id, "shipped", parcel, reserved);
        }
        catch (SoldOutException e)
        {
            await CompensateAsync(receipt, reserved);
            return new Placed(cart.Id, e.Message, 0, []);
        }
        catch (Exception)
        {
            await CompensateAsync(receipt, reserved);
            throw;
        }
    }

    private async Task CompensateAsync(Receipt receipt, string[] reserved)
    {
        foreach (var name in reserved.Reverse())
            await numbers.NoteAsync($"put back {name}");
        await numbers.NoteAsync($"refund {receipt.Total} of {receipt.OrderId}");
    }
}
