public sealed record Progress(int Left, int Sum);

[StateMachine]
public sealed partial class Workflow(Numbers numbers, Flow wf)
{
    public async Task<int> RunAsync(Progress progress)
    {
        var sum = progress.Sum;
        for (var i = 0; i < 2; i++)
            sum = await numbers.AddAsync(sum, progress.Left);
        if (progress.Left <= 1)
            return sum;
        return await wf.ContinueAsNewAsync(RunAsync, new Progress(progress.Left - 1, sum));
    }
}
