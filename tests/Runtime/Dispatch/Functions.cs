namespace Aot.Runtime.Tests.Dispatch;

/// <summary>Functions whose dispatch is generated into this test assembly.</summary>
public static class Functions
{
    [LambdaFunction]
    public static Everything EchoEverything(Everything value) => value;

    [LambdaFunction]
    public static Collections EchoCollections(Collections value) => value;

    [LambdaFunction]
    public static Tree EchoTree(Tree value) => value;

    [LambdaFunction]
    public static Settable EchoSettable(Settable value) => value;

    [LambdaFunction]
    public static Dog EchoDog(Dog value) => value;

    [LambdaFunction]
    public static Defaulted EchoDefaulted(Defaulted value) => value;

    [LambdaFunction]
    public static URLHolder EchoNames(URLHolder value) => value;

    [LambdaFunction]
    public static Page<Point> EchoPage(Page<Point> value) => value;

    [LambdaFunction]
    public static string Join(string[] words) => string.Join(' ', words);

    [LambdaFunction]
    public static ReadOnlyMemory<byte> Raw(ReadOnlyMemory<byte> json) => json;

    [LambdaFunction]
    public static string Describe(long jobId, string status, LambdaContext context) => $"{jobId} {status} {context.RequestId}";

    [LambdaFunction]
    public static void Nothing()
    {
    }

    [LambdaFunction]
    public static Task CompletedAsync(int value) => Task.CompletedTask;

    [LambdaFunction]
    public static async Task<int> DoubleLaterAsync(int value, CancellationToken deadline)
    {
        await Task.Yield();
        deadline.ThrowIfCancellationRequested();
        return value * 2;
    }

    [LambdaFunction]
    public static ValueTask<int> DoubleNowAsync(int value) => ValueTask.FromResult(value * 2);

    [LambdaFunction]
    public static async ValueTask FailLaterAsync()
    {
        await Task.Yield();
        throw new OrderRejectedException("later");
    }
}

public sealed class Configured(LambdaEnvironment environment)
{
    [LambdaFunction]
    public string? Handle(string name) => environment[name];
}
