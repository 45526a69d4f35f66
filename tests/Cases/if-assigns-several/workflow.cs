[StateMachine]
public sealed partial class Workflow(Charge charge, Numbers numbers)
{
    public async Task<string> RunAsync(Order order)
    {
        var receipt = await charge.HandleAsync(order);
        string word;
        var bonus = 0;
        if (receipt.Total > 100)
        {
            word = "large";
            bonus = receipt.Total / 10;
        }
        else if (receipt.Total > 50)
        {
            word = "middle";
            bonus = 1;
        }
        else
        {
            word = "small";
        }

        var rest = await numbers.AddAsync(receipt.Total, bonus);
        return $"{word} {bonus} {rest}";
    }
}
