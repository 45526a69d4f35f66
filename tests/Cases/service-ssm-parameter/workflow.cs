using Aot.Authoring.Services.Ssm;

public static class Own { public static readonly Parameter Limit = new("LimitParameter"); }

[StateMachine]
public sealed partial class Workflow(ISsm ssm)
{
    public async Task<int> RunAsync(int n)
    {
        var read = await ssm.GetParameterAsync(new(Own.Limit, WithDecryption: true));
        var limit = int.Parse(read.Parameter.Value);
        if (n > limit)
            await ssm.PutParameterAsync(new(Own.Limit, $"{n}", Overwrite: true));
        return limit;
    }
}
