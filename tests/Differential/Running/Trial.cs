namespace Aot.Differential.Tests.Running;

/// <summary>Runs programs both ways and writes down what differs.</summary>
internal static class Trial
{
    public static async Task RunAsync(IReadOnlyList<RandomProgram> programs, Report report)
    {
        var compiled = Batch.Compile(programs);
        var stage = compiled.FirstOrDefault(c => c.Type is not null) is { } first ? new Stage(first.Type!.Assembly) : null;
        foreach (var program in compiled)
            await RunAsync(program, stage!, report);
    }

    private static async Task RunAsync(Compiled compiled, Stage stage, Report report)
    {
        report.Programs++;
        if (compiled.Mistakes.Count > 0)
        {
            report.Problem(compiled.Program, null, $"is no C#: {string.Join("\n", compiled.Mistakes)}");
            return;
        }

        if (compiled.Definition is null)
        {
            report.Refused(compiled);
            return;
        }

        foreach (var input in compiled.Program.Inputs)
        {
            report.Runs++;
            var native = await stage.RunNativeAsync(compiled.Type!, input);
            Run machine;
            try
            {
                machine = stage.RunMachine(compiled.Definition, input);
            }
            catch (Exception exception)
            {
                report.Problem(compiled.Program, input, $"the engine fails: {exception}");
                return;
            }

            var difference = Verdict.Compare(native, machine, out var isKnown);
            report.Known += isKnown ? 1 : 0;
            report.Failed += native.Error is null ? 0 : 1;
            report.Calls += native.Calls.Count;
            if (difference is not null)
            {
                report.Problem(compiled.Program, input, difference);
                return;
            }
        }
    }
}

/// <summary>What many runs came to.</summary>
internal sealed class Report
{
    public int Programs { get; set; }

    public int Runs { get; set; }

    /// <summary>Runs that a documented difference kept from being compared.</summary>
    public int Known { get; set; }

    /// <summary>Runs that ended with an error.</summary>
    public int Failed { get; set; }

    public int Calls { get; set; }

    public SortedDictionary<string, int> Refusals { get; } = new(StringComparer.Ordinal);

    public List<string> Problems { get; } = [];

    public List<(RandomProgram Program, string? Input, string Problem)> Failing { get; } = [];

    public void Refused(Compiled compiled)
    {
        foreach (var refusal in compiled.Refusals!)
        {
            var id = refusal.Split(':') is [_, var severity, ..] && severity.Contains("error WF") ? severity.Split(' ')[^1] : "CRASH";
            Refusals[id] = Refusals.GetValueOrDefault(id) + 1;
        }

        Problem(compiled.Program, null, $"is refused:\n{string.Join("\n", compiled.Refusals!)}");
    }

    public void Problem(RandomProgram program, string? input, string text)
    {
        Failing.Add((program, input, text));
        Problems.Add($"DIFFERENTIAL_SEED={program.Seed}\n{text}\n--- input.json\n{input}\n--- workflow.cs\n{program.Source()}");
    }

    public override string ToString() =>
        $"{Programs} programs, {Runs} runs, {Calls} calls, {Failed} ended with an error, {Known} not comparable, refused: {string.Join(" ", Refusals.Select(r => $"{r.Key}×{r.Value}"))}, {Problems.Count} problems";
}
