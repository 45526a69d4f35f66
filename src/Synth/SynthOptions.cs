namespace Aot.Synth;

/// <summary>What one run reads and where it writes.</summary>
/// <param name="Assembly">The compiled assembly that holds the catalog.</param>
/// <param name="ProjectFolder">Folder of the workflows' project; definitions go to the folders below it.</param>
/// <param name="Template">The SAM template to splice into.</param>
/// <param name="IsCheck">Write nothing, report differences.</param>
/// <param name="Stamp">Where to list the files this run stands for, so that the build can skip the next run; null writes no list.</param>
internal sealed record SynthOptions(string Assembly, string ProjectFolder, string Template, bool IsCheck, string? Stamp)
{
    public const string Usage = """
        usage: synth [--project <folder>] [--assembly <file.dll>] [--template <template.yaml>] [--stamp <file>] [--check]
          --project   folder of the workflows' project (src/StateMachines)
          --assembly  its compiled assembly (the latest below the project's bin)
          --template  the SAM template to splice into (template.yaml)
          --check     write nothing, fail on a difference
        """;

    private const string DefaultProject = "src/StateMachines";
    private const string DefaultTemplate = "template.yaml";

    /// <summary>Null with a sentence in <paramref name="problem"/> where the command line cannot be understood.</summary>
    public static SynthOptions? Parse(IReadOnlyList<string> arguments, out string problem)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var isCheck = false;
        problem = "";
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--check":
                    isCheck = true;
                    break;
                case "--assembly" or "--project" or "--template" or "--stamp" when i + 1 < arguments.Count:
                    values[arguments[i]] = arguments[++i];
                    break;
                case var other:
                    problem = $"synth does not understand \"{other}\".";
                    return null;
            }
        }

        var project = Path.GetFullPath(values.GetValueOrDefault("--project", DefaultProject));
        if ((values.GetValueOrDefault("--assembly") ?? LatestBuild(project)) is not { } assembly)
        {
            problem = $"synth finds no compiled workflows below {project}. Run: dotnet build {project}";
            return null;
        }

        return new SynthOptions(
            Path.GetFullPath(assembly),
            project,
            Path.GetFullPath(values.GetValueOrDefault("--template", DefaultTemplate)),
            isCheck,
            values.TryGetValue("--stamp", out var stamp) ? Path.GetFullPath(stamp) : null);
    }

    // bin/Debug/net10.0/Aot.StateMachines.dll, or that of another configuration if it is younger.
    private static string? LatestBuild(string project)
    {
        var output = new DirectoryInfo(Path.Combine(project, "bin"));
        return output.Exists
            ? output.EnumerateFiles($"*{Path.GetFileName(project)}.dll", SearchOption.AllDirectories).MaxBy(file => file.LastWriteTimeUtc)?.FullName
            : null;
    }
}
