using Aot.Generator;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using Perfolizer.Metrology;

// dotnet run -c Release --project benchmarks/Generator [keystrokes]
var keystrokes = args.Length > 0 ? int.Parse(args[0]) : 200;

Summary Run<T>(int warmups, int iterations) => BenchmarkRunner.Run<T>(ManualConfig.CreateEmpty()
    .AddJob(Job.Default.WithStrategy(RunStrategy.Monitoring).WithToolchain(new InProcessEmitToolchain(TimeSpan.FromMinutes(30), logOutput: true))
        .WithLaunchCount(1).WithWarmupCount(warmups).WithIterationCount(iterations).WithInvocationCount(1).WithUnrollFactor(1))
    .AddLogger(ConsoleLogger.Default)
    .AddColumnProvider(DefaultColumnProviders.Params)
    .AddColumn(TargetMethodColumn.Method, StatisticColumn.Median, StatisticColumn.Min, StatisticColumn.P95)
    .AddExporter(MarkdownExporter.GitHub)
    .WithSummaryStyle(SummaryStyle.Default.WithTimeUnit(TimeUnit.Millisecond))
    .WithArtifactsPath(Path.Combine(Report.Root, "artifacts", "benchmarks")));

// Tiered compilation is done after some hundred keystrokes, as in an editor that has been open for a minute.
Summary[] summaries = [Run<Keystroke>(keystrokes, keystrokes), Run<WholeProject>(10, 20)];
Report.Write(summaries);
return summaries.Any(s => s.HasCriticalValidationErrors) ? 1 : 0;
