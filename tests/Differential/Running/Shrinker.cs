namespace Aot.Differential.Tests.Running;

/// <summary>Makes a failing program smaller as long as it fails.</summary>
/// <remarks>
/// It need not know C#: a candidate that is none is left out by the compiler. A round tries many candidates in one compilation, the
/// boldest first, and goes on with the smallest that still fails.
/// </remarks>
internal static class Shrinker
{
    private const int RoundSize = 60;
    private const int MaxRounds = 120;

    public static async Task<Report> ShrinkAsync(RandomProgram program, string? input, string kind)
    {
        var best = program with { Inputs = input is null ? [.. program.Inputs.Take(1)] : [input] };
        for (var round = 0; round < MaxRounds; round++)
        {
            if (await NextAsync(best, kind) is not { } smaller)
                break;
            best = smaller;
        }

        var report = new Report();
        await Trial.RunAsync([best], report);
        return report;
    }

    /// <summary>What went wrong, in a word: a candidate has to fail in the same way.</summary>
    public static string KindOf(string problem) =>
        problem.Contains("is no C#", StringComparison.Ordinal) ? "mistake"
        : problem.Contains("is refused", StringComparison.Ordinal) ? System.Text.RegularExpressions.Regex.Match(problem, "WF\\d+|CRASH").Value
        : "difference";

    private static async Task<RandomProgram?> NextAsync(RandomProgram program, string kind)
    {
        var length = program.Source().Length;
        var candidates = Smaller(program.Members)
            .Select(m => program with { Members = m })
            .Select(p => (Program: p, p.Source().Length))
            .Where(c => c.Length < length)
            .DistinctBy(c => c.Program.Source())
            .OrderBy(c => c.Length)
            .Select(c => c.Program);
        foreach (var round in candidates.Chunk(RoundSize))
        {
            var report = new Report();
            await Trial.RunAsync(round, report);
            var failing = report.Failing.Where(f => KindOf(f.Problem) == kind).Select(f => f.Program).OrderBy(p => p.Source().Length).FirstOrDefault();
            if (failing is not null)
                return failing;
        }

        return null;
    }

    private static IEnumerable<Code> Smaller(Code root)
    {
        foreach (var piece in root.Pieces().ToList())
        {
            foreach (var replacement in Replacements(piece))
                yield return root.With(piece, replacement);
        }
    }

    private static IEnumerable<Code> Replacements(Code piece)
    {
        if (piece.Sort is Code.Statements or "members")
        {
            for (var chunk = piece.Parts.Count; chunk > 0; chunk /= 2)
            {
                for (var start = 0; start < piece.Parts.Count; start += chunk)
                    yield return piece with { Parts = [.. piece.Parts.Where((_, i) => i < start || i >= start + chunk)] };
            }
        }
        else if (piece.Sort == Code.Statement)
        {
            // What is inside instead of what is around it.
            foreach (var inner in piece.Pieces().Skip(1).Where(p => p.Sort is Code.Statements or Code.Statement))
                yield return inner;
        }
        else
        {
            foreach (var inner in piece.Pieces().Skip(1).Where(p => p.Sort == piece.Sort))
                yield return inner;
            foreach (var simple in Ty.All.FirstOrDefault(t => t.Name == piece.Sort)?.Simplest ?? [])
                yield return piece with { Parts = [simple] };
        }
    }
}
