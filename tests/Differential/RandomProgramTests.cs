using System.Diagnostics;
using System.Globalization;
using Aot.Differential.Tests.Running;
using Aot.Differential.Tests.Writing;
using CsCheck;
using Xunit.Abstractions;

namespace Aot.Differential.Tests;

/// <summary>Random programs mean the same in C# and as state machines.</summary>
/// <remarks>
/// <c>DIFFERENTIAL_SEED=123</c> runs the programs of that seed, <c>123:45</c> the one program of it, <c>any</c> those of a new one;
/// <c>DIFFERENTIAL_PROGRAMS=20000</c> runs more. Without them it is the same programs every time: of 2,000 new ones a handful is known to differ.
/// </remarks>
public sealed class RandomProgramTests(ITestOutputHelper output)
{
    private const int BatchSize = 100;
    private const int MaxShrunk = 8;
    private const string DefaultSeed = "77", DefaultPrograms = "250";

    [Fact]
    public async Task Random_programs_mean_what_their_methods_mean()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("DIFFERENTIAL_PROGRAMS") ?? DefaultPrograms, CultureInfo.InvariantCulture);
        var replay = (Environment.GetEnvironmentVariable("DIFFERENTIAL_SEED") ?? DefaultSeed).Split(':');
        var seed = replay[0] == "any" ? new PCG(1).Next64() % 1_000_000_000 : ulong.Parse(replay[0], CultureInfo.InvariantCulture);
        var streams = replay is [_, var stream] ? [uint.Parse(stream, CultureInfo.InvariantCulture)] : Enumerable.Range(1, count).Select(i => (uint)i);
        output.WriteLine($"DIFFERENTIAL_SEED={seed}");
        var watch = Stopwatch.StartNew();
        var report = new Report();
        foreach (var batch in streams.Chunk(BatchSize))
            await Trial.RunAsync([.. batch.Select(s => ProgramWriter.Write(s, seed))], report);
        output.WriteLine($"{report} in {watch.Elapsed.TotalSeconds:F0} s, {Environment.CpuUsage.TotalTime.TotalSeconds:F0} s of a processor");
        // The small ones say most.
        foreach (var (program, input, problem) in report.Failing.Where(f => Shrinker.KindOf(f.Problem) != "mistake").Take(MaxShrunk))
        {
            var shrunk = await Shrinker.ShrinkAsync(program, input, Shrinker.KindOf(problem));
            report.Problems.InsertRange(0, shrunk.Problems.Select(p => $"SHRUNK {p}"));
        }

        if (Environment.GetEnvironmentVariable("DIFFERENTIAL_REPORT") is { } file)
            await File.WriteAllTextAsync(file, string.Join("\n\n==========\n", report.Problems.Prepend($"{report}\n")));
        Assert.True(report.Problems.Count == 0, $"{report}\n{string.Join("\n\n", report.Problems.Take(10))}");
    }
}
