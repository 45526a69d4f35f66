[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var sum = 0;
        await OuterAsync(n);
        return sum;

        async Task OuterAsync(int value)
        {
            var inner = await InnerAsync(value);
            sum += inner;
            if (value > 3)
                await LastAsync();

            async Task<int> InnerAsync(int number)
            {
                return await numbers.AddAsync(number, Plus(number));

                int Plus(int x) => x + 1;
            }

            async Task LastAsync()
            {
                sum = await InnerAsync(value * 10);
            }
        }
    }
}
