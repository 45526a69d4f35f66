using System.Text;

namespace Aot.Engine;

/// <summary>The report that is committed, and told on the console while it grows.</summary>
internal sealed class Report(string root)
{
    private readonly StringBuilder _text = new();

    public void Add(string line)
    {
        Console.WriteLine(line);
        _text.AppendLine(line);
    }

    public void Write()
    {
        var head = $"""
            # The local engine: transitions, waiting executions, JSONata

            Written by `dotnet run -c Release --project benchmarks/Engine`. One thread on one core, garbage collection included; times are the processor's, so that a busy machine counts less; each number is the best of several rounds.

            {Environment.ProcessorCount} logical processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1 << 30)} GiB of memory, {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}.


            """;
        File.WriteAllText(Path.Combine(root, "benchmarks", "results", "engine.md"), head + _text);
    }
}
