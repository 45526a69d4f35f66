using Aot.ColdStart;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using Perfolizer.Metrology;

// dotnet run -c Release --project benchmarks/ColdStart [iterations]
var iterations = args.Length > 0 ? int.Parse(args[0]) : 200;
await Functions.PrepareAsync();

// In this process, so that the functions' turns follow each other within seconds: the host of a virtual machine drifts by minutes.
var config = ManualConfig.CreateEmpty()
    .AddJob(Job.Default.WithStrategy(BenchmarkDotNet.Engines.RunStrategy.Monitoring).WithToolchain(InProcessEmitToolchain.Instance)
        .WithLaunchCount(1).WithWarmupCount(10).WithIterationCount(iterations).WithInvocationCount(1).WithUnrollFactor(1))
    .AddLogger(ConsoleLogger.Default)
    .AddColumn(TargetMethodColumn.Method, StatisticColumn.Median, StatisticColumn.Min, StatisticColumn.P95)
    .AddExporter(MarkdownExporter.GitHub)
    .WithSummaryStyle(BenchmarkDotNet.Reports.SummaryStyle.Default.WithTimeUnit(TimeUnit.Millisecond))
    .WithArtifactsPath(Path.Combine(Functions.Root, "artifacts", "benchmarks"));

var methods = typeof(SpawnToFirstResponse).GetMethods().Where(m => m.DeclaringType == typeof(SpawnToFirstResponse) && m.ReturnType == typeof(int))
    .Where(m => m.Name != nameof(SpawnToFirstResponse.CFloor) || Functions.HasFloor).ToArray();
var summary = BenchmarkRunner.Run(BenchmarkConverter.MethodsToBenchmarks(typeof(SpawnToFirstResponse), methods, config));
Report.Write(summary);
return summary.HasCriticalValidationErrors ? 1 : 0;
