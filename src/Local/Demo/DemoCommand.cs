namespace Aot.Local.Demo;

internal static class DemoCommand
{
    public static Task<bool> RunAsync(CommandLine line, TimeProvider time, TextWriter console, CancellationToken stop) => Task.FromResult(false);
}
