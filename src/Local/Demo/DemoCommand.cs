using System.Globalization;
using Aot.Local.Commands;

namespace Aot.Local.Demo;

/// <summary>Plays the three systems of this repository on real input, through the same clients anyone would use.</summary>
internal static class DemoCommand
{
    /// <summary>Returns whether everything came out as it has to.</summary>
    public static async Task<bool> RunAsync(StackArguments line, TimeProvider time, TextWriter console, CancellationToken stop)
    {
        var started = time.GetTimestamp();
        var token = Guid.NewGuid().ToString("N");
        var parameters = new Dictionary<string, string> { ["GitLabWebhookToken"] = token };
        foreach (var (name, value) in line.Parameters) parameters[name] = value;
        var options = new StackOptions(TemplateFile.Find(line.Template), line.Port ?? 0, line.MqttPort ?? 0, parameters, ServeCommand.Region());

        var functionLines = new FunctionLines();
        var output = new StackOutput(text => WriteLine(console, text), functionLines.Add);
        DemoReport report;
        await using (var stack = await Stack.StartAsync(options, time, output, stop))
        {
            using var clients = new DemoClients(stack.Aws.Endpoint, stack.Aws.Region);
            report = new DemoReport(console, time);
            report.Step($"{options.Template} is running at {stack.Aws.Endpoint}, MQTT at 127.0.0.1:{stack.MqttPort}, started in {Seconds(time.GetElapsedTime(started))} s");
            var run = new DemoRun(stack, clients, report, time, stop);
            await PlayAsync(report, "SQS poller: messages are drained by auto-scaled workers", () => SqsPollerDemo.RunAsync(run));
            await PlayAsync(report, "GitLab runners: a webhook starts builds in Lambda and on EC2", () => GitLabRunnerDemo.RunAsync(run, parameters["GitLabWebhookToken"]));
            await PlayAsync(report, "IoT thermometer: telemetry over MQTT is stored and raises alarms", () => IotThermometerDemo.RunAsync(run));
            report.Title("Result");
            report.Step($"{functionLines.Count} lines of function logs, {stack.Functions.ProcessCount} function processes alive; stopping them");
        }
        if (report.Wrong.Count > 0 && functionLines.Count > 0) report.Detail($"The last lines the functions wrote:\n{functionLines}");
        report.Step(report.Wrong.Count == 0
            ? $"Everything came out as it has to, in {Seconds(report.Elapsed)} s."
            : $"{report.Wrong.Count} wrong:\n{string.Join('\n', report.Wrong.Select(one => "  - " + one))}");
        return report.Wrong.Count == 0;
    }

    private static async Task PlayAsync(DemoReport report, string title, Func<Task> play)
    {
        report.Title(title);
        try
        {
            await play();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever a client throws, the other parts are still worth seeing.
            report.Check(false, "this part runs to its end", e is DemoException ? e.Message : $"{e.GetType().Name}: {e.Message}");
        }
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);

    private static void WriteLine(TextWriter console, string text)
    {
        lock (console) console.WriteLine(text);
    }

    /// <summary>Keeps the last lines of the functions, for when something went wrong.</summary>
    private sealed class FunctionLines
    {
        private const int Kept = 30;

        private readonly Queue<string> _last = new();

        public int Count { get; private set; }

        public void Add(string function, string line)
        {
            lock (_last)
            {
                Count++;
                _last.Enqueue($"[{function}] {line}");
                if (_last.Count > Kept) _last.Dequeue();
            }
        }

        public override string ToString()
        {
            lock (_last) return string.Join('\n', _last);
        }
    }
}
