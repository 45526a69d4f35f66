using Aot.Local.Services.StepFunctions;
using Aot.Local.Dashboard;

namespace Aot.Local.Commands;

/// <summary>Serves the template until it is told to stop.</summary>
internal static class ServeCommand
{
    private const int DefaultPort = 4566, DefaultMqttPort = 1883;

    public static async Task RunAsync(StackArguments line, TimeProvider time, TextWriter console, CancellationToken stop)
    {
        var output = new StackOutput(text => WriteLine(console, text), (function, text) => WriteLine(console, $"[{function}] {text}"));
        var options = new StackOptions(
            TemplateFile.Find(line.Template), line.Port ?? DefaultPort, line.MqttPort ?? DefaultMqttPort, line.Parameters, Region(),
            line.KeptExecutions ?? StepFunctionsService.DefaultKeptExecutions);
        await using var stack = await Stack.StartAsync(options, time, output, stop);
        WriteLine(console, Describe(stack, options));
        try
        {
            await Task.Delay(Timeout.Infinite, stop);
        }
        catch (OperationCanceledException)
        {
            WriteLine(console, "Stopping.");
        }
    }

    /// <summary>The region of ARNs: <c>AWS_REGION</c>, as the CLI takes it.</summary>
    public static string Region() => Environment.GetEnvironmentVariable("AWS_REGION") is { Length: > 0 } region ? region : "us-east-1";

    private static string Describe(Stack stack, StackOptions options)
    {
        var lines = new List<string>
        {
            $"{options.Template} is running. Ctrl-C stops everything.",
            $"  AWS APIs  {stack.Aws.Endpoint} ({string.Join(", ", stack.Services.Names)})",
        };
        lines.Add($"  Dashboard {stack.Aws.Endpoint}{DashboardEndpoint.Path}/");
        lines.AddRange(stack.Routes.Routes.Select(route => $"  HTTP      {route.Method} {stack.Aws.Endpoint}{(route.Path == "$default" ? "/" : route.Path)}"));
        lines.Add($"  MQTT      mqtt://127.0.0.1:{stack.MqttPort}");
        lines.Add($"  Functions {string.Join(", ", stack.Functions.Functions.Select(function => function.Name))}");
        lines.Add($"  Try       aws --endpoint-url {stack.Aws.Endpoint} --region {stack.Aws.Region} stepfunctions list-state-machines");
        return string.Join(Environment.NewLine, lines);
    }

    // Functions write from several threads.
    private static void WriteLine(TextWriter console, string text)
    {
        lock (console) console.WriteLine(text);
    }
}
