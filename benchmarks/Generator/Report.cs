using System.Globalization;
using System.Reflection;
using System.Text;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Mathematics;
using BenchmarkDotNet.Reports;

namespace Aot.Generator;

/// <summary>Writes the report that is committed: the machine, the times, and what they should be.</summary>
internal static class Report
{
    private const double KeystrokeTargetMs = 5;
    private const double ProjectTargetMs = 2000;
    private const double NanosecondsPerMillisecond = 1e6;

    public static string Root { get; } = typeof(Report).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    public static void Write(IEnumerable<Summary> summaries)
    {
        var all = summaries.ToArray();
        var text = new StringBuilder();
        text.AppendLine("# The generators: a keystroke, a project").AppendLine()
            .AppendLine("Written by `dotnet run -c Release --project benchmarks/Generator`. Keystroke: one character in the middle of a workflow of 50 states, alone and among ten others of 12;")
            .AppendLine("project: 200 workflows of 12 states, nothing bound before. Warm, the incremental machinery included.").AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} logical processors; load of the last minute when it ended: {Load()}.").AppendLine();
        foreach (var summary in all)
            text.AppendLine(File.ReadAllText(MarkdownExporter.GitHub.ExportToFiles(summary, BenchmarkDotNet.Loggers.NullLogger.Instance).Single()).Trim()).AppendLine();

        text.AppendLine("| | Median | Target |").AppendLine("|---|---:|---:|");
        var keystroke = MedianMs(all, nameof(Keystroke.InsideTheWorkflow), others: 0);
        var binding = MedianMs(all, nameof(Keystroke.BindingAlone), others: 0);
        text.AppendLine(CultureInfo.InvariantCulture, $"| Keystroke | {keystroke:0.00} ms | {KeystrokeTargetMs} ms |")
            .AppendLine(CultureInfo.InvariantCulture, $"| · of it C#'s own binding | {binding:0.00} ms | |")
            .AppendLine(CultureInfo.InvariantCulture, $"| · of it ours | {keystroke - binding:0.00} ms | |")
            .AppendLine(CultureInfo.InvariantCulture, $"| Keystroke among ten other workflows | {MedianMs(all, nameof(Keystroke.InsideTheWorkflow), others: 10):0.00} ms | |")
            .AppendLine(CultureInfo.InvariantCulture, $"| Project of 200 workflows | {MedianMs(all, nameof(WholeProject.Generate)):0} ms | {ProjectTargetMs} ms |");
        File.WriteAllText(Path.Combine(Root, "benchmarks", "results", "generator.md"), text.ToString());
    }

    private static double MedianMs(Summary[] summaries, string method, int? others = null) => summaries.SelectMany(s => s.Reports)
        .Where(r => r.BenchmarkCase.Descriptor.WorkloadMethod.Name == method && (others is null || r.BenchmarkCase.Parameters[nameof(Keystroke.Others)] is int value && value == others))
        .Select(r => r.ResultStatistics).OfType<Statistics>().First().Median / NanosecondsPerMillisecond;

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
