using System.Diagnostics;
using System.Globalization;
using Aot.Local.Json;
using Aot.Local.Jsonata;

namespace Aot.Engine;

/// <summary>Every expression of the JSONata 2.0.6 suite that yields a value, here and in npm's jsonata, both warm.</summary>
internal static class JsonataSuite
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(5);
    private const int Batches = 8;

    public static async Task MeasureAsync(Report report, string root)
    {
        var folder = Path.Combine(Environment.GetEnvironmentVariable("AOT_CONFORMANCE") ?? Path.Combine(root, "..", "shared", "conformance"), "jsonata-2.0.6");
        var npm = Environment.GetEnvironmentVariable("JSONATA_NPM");
        if (!Directory.Exists(folder) || npm is null)
        {
            report.Add("JSONata is not measured: it needs the suite and JSONATA_NPM, a folder with npm's jsonata 2.0.6.");
            return;
        }
        var ours = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, test) in Cases(folder))
        {
            if (MeasureCase(test, folder, name) is { } nanoseconds) ours.Add(name, nanoseconds);
        }
        var theirs = await NpmAsync(npm, folder);
        var ratios = ours.Where(measured => theirs.ContainsKey(measured.Key)).Select(measured => (measured.Key, Ratio: theirs[measured.Key] / measured.Value)).OrderBy(measured => measured.Ratio).ToList();

        report.Add("## JSONata against npm jsonata 2.0.6");
        report.Add("");
        report.Add("Time per evaluation of a parsed expression, one after the other on the same core.");
        report.Add("");
        report.Add("| Expressions | Slowest ratio | 5th percentile | Median | Geometric mean | Total time ratio |");
        report.Add("|---:|---:|---:|---:|---:|---:|");
        report.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"| {ratios.Count:N0} | {ratios[0].Ratio:0.0}× | {ratios[ratios.Count / 20].Ratio:0.0}× | {ratios[ratios.Count / 2].Ratio:0.0}× | {Math.Exp(ratios.Average(measured => Math.Log(measured.Ratio))):0.0}× | {ratios.Sum(measured => theirs[measured.Key]) / ratios.Sum(measured => ours[measured.Key]):0.0}× |"));
        report.Add("");
        report.Add($"Below 5×: {string.Join(", ", ratios.Where(measured => measured.Ratio < 5).Select(measured => string.Create(CultureInfo.InvariantCulture, $"{measured.Key} ({measured.Ratio:0.0}×)")).DefaultIfEmpty("none"))}.");
        report.Add("");
    }

    private static IEnumerable<(string Name, ObjectValue Test)> Cases(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "groups"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(Path.GetDirectoryName(file)) + "/" + Path.GetFileNameWithoutExtension(file);
            var content = Value.Parse(File.ReadAllBytes(file));
            var number = 0;
            foreach (var test in content is ArrayValue several ? several : new ArrayValue(content)) yield return ($"{name}#{number++}", (ObjectValue)test);
        }
    }

    private static double? MeasureCase(ObjectValue test, string folder, string name)
    {
        try
        {
            if (!test.Has("result") || test.Has("timelimit")) return null;
            var source = test["expr-file"] is StringValue file ? File.ReadAllText(Path.Combine(folder, "groups", name.Split('/')[0], file.Text)) : ((StringValue)test["expr"]!).Text;
            var expression = Expression.Parse(source);
            var input = test["data"] ?? (test["dataset"] is StringValue dataset ? Value.Parse(File.ReadAllBytes(Path.Combine(folder, "datasets", dataset.Text + ".json"))) : null);
            var bindings = new Bindings();
            foreach (var (variable, value) in test["bindings"] as ObjectValue ?? []) bindings[variable] = value;
            var warm = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(warm) < WarmUp) expression.Evaluate(input, bindings, EvaluationLimits.Default);
            var best = double.MaxValue;
            for (var batch = 0; batch < Batches; batch++)
            {
                var (started, busy, count) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, 0);
                do
                {
                    expression.Evaluate(input, bindings, EvaluationLimits.Default);
                    count++;
                }
                while (Stopwatch.GetElapsedTime(started) < Batch);
                best = Math.Min(best, (Environment.CpuUsage.TotalTime - busy).TotalNanoseconds / count);
            }
            return best;
        }
        catch (JsonataException)
        {
            return null;
        }
    }

    private static async Task<Dictionary<string, double>> NpmAsync(string npm, string folder)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "npm.mjs"), folder]) { WorkingDirectory = npm, RedirectStandardOutput = true };
        using var node = Process.Start(start) ?? throw new InvalidOperationException("node does not start.");
        var measured = new Dictionary<string, double>(StringComparer.Ordinal);
        while (await node.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split('\t') is [var name, var nanoseconds]) measured[name] = double.Parse(nanoseconds, CultureInfo.InvariantCulture);
        }
        await node.WaitForExitAsync();
        return node.ExitCode == 0 ? measured : throw new InvalidOperationException($"node ended with {node.ExitCode}.");
    }
}
