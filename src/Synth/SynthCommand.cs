using Aot.Synth.Catalog;
using Aot.Synth.Output;

namespace Aot.Synth;

/// <summary>The command line: reads, plans, then writes or compares.</summary>
internal static class SynthCommand
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int Misused = 2;

    /// <returns>0 when everything is up to date, 1 on a problem or, with <c>--check</c>, a difference, 2 on a wrong command line.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        if (SynthOptions.Parse(arguments, out var misuse) is not { } options)
        {
            output.WriteLine(misuse);
            output.WriteLine(SynthOptions.Usage);
            return Misused;
        }

        try
        {
            var entries = CatalogReader.Read(options.Assembly);
            var plan = Plan.Make(options, entries);
            foreach (var problem in plan.Problems)
                output.WriteLine(problem);
            if (plan.Problems.Count > 0)
                return Failed;
            return options.IsCheck ? Check(plan, options, output) : Write(plan, options, output);
        }
        catch (SynthException exception)
        {
            output.WriteLine(exception.Problem);
            return Failed;
        }
    }

    private static int Check(Plan plan, SynthOptions options, TextWriter output)
    {
        var differing = plan.Files.Where(file => file.Differs()).ToArray();
        foreach (var file in differing)
        {
            var difference = file.Content is null ? "belongs to a workflow that is gone"
                : File.Exists(file.Path) ? "differs from what the workflows compile to"
                : "is missing";
            output.WriteLine(new SynthProblem("WF7004", file.Path, 0, $"This file {difference}. Run: dotnet build {Shown(options, options.ProjectFolder)}"));
        }

        return differing.Length == 0 ? Done : Failed;
    }

    private static int Write(Plan plan, SynthOptions options, TextWriter output)
    {
        foreach (var file in plan.Files.Where(file => file.Differs()))
        {
            file.Write();
            output.WriteLine($"{(file.Content is null ? "removed" : "wrote")} {Shown(options, file.Path)}");
        }

        if (options.Stamp is { } stamp)
        {
            var written = plan.Files.Where(file => file.Content is not null).Select(file => file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(stamp)!);
            File.WriteAllLines(stamp, written);
        }

        return Done;
    }

    // Builds run in any folder; the template's is the one that everybody knows.
    private static string Shown(SynthOptions options, string path) => Path.GetRelativePath(Path.GetDirectoryName(options.Template)!, path);
}
