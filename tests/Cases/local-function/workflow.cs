[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        async Task<int> StepAsync(int value)
        {
            var next = await numbers.AddAsync(value, n);
            return next;
        }

        var first = await StepAsync(1);
        return await StepAsync(first);
    }
}
