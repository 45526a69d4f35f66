using System.Globalization;
using System.Text;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Mathematics;
using BenchmarkDotNet.Reports;

namespace Aot.ColdStart;

/// <summary>Writes the report that is committed: the machine, the times, the sizes.</summary>
internal static class Report
{
    public static void Write(Summary summary)
    {
        var text = new StringBuilder();
        text.AppendLine("# Cold start: spawn to first response").AppendLine()
            .AppendLine("Written by `dotnet run -c Release --project benchmarks/ColdStart`. Only the ratios inside one run count; the machine drifts between runs.")
            .AppendLine().AppendLine($"{Environment.ProcessorCount} logical processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1 << 30)} GiB of memory; host and function on one of them; files in the page cache.")
            .AppendLine();
        var file = MarkdownExporter.GitHub.ExportToFiles(summary, BenchmarkDotNet.Loggers.NullLogger.Instance).Single();
        text.AppendLine(File.ReadAllText(file).Trim()).AppendLine()
            .AppendLine("| Executable | Bytes | Median × C floor | Fastest × C floor |").AppendLine("|---|---:|---:|---:|");
        var floor = StatisticsOf(summary, nameof(SpawnToFirstResponse.CFloor));
        foreach (var name in Functions.Names)
        {
            var own = StatisticsOf(summary, name);
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {name} | {new FileInfo(Functions.Executable(name)).Length:N0} | {own?.Median / floor?.Median:0.00} | {own?.Min / floor?.Min:0.00} |");
        }

        Directory.CreateDirectory(Path.Combine(Functions.Root, "benchmarks", "results"));
        File.WriteAllText(Path.Combine(Functions.Root, "benchmarks", "results", "cold-start.md"), text.ToString());
    }

    private static Statistics? StatisticsOf(Summary summary, string method)
        => summary.Reports.FirstOrDefault(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method)?.ResultStatistics;
}
