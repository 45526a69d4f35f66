namespace Aot.Synth;

/// <summary>What one run reads and where it writes.</summary>
/// <param name="Assembly">The compiled assembly that holds the catalog.</param>
/// <param name="ProjectFolder">Folder of the workflows' project; definitions go to the folders below it.</param>
/// <param name="Template">The SAM template to splice into.</param>
/// <param name="IsCheck">Write nothing, report differences.</param>
/// <param name="Stamp">Where to list the files this run stands for, so that the build can skip the next run; null writes no list.</param>
internal sealed record SynthOptions(string Assembly, string ProjectFolder, string Template, bool IsCheck, string? Stamp)
{
    public const string Usage = "usage: synth --assembly <file.dll> --project <folder> --template <template.yaml> [--stamp <file>] [--check]";

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

        foreach (var name in (string[])["--assembly", "--project", "--template"])
        {
            if (!values.ContainsKey(name))
            {
                problem = $"synth needs {name}.";
                return null;
            }
        }

        return new SynthOptions(
            Path.GetFullPath(values["--assembly"]),
            Path.GetFullPath(values["--project"]),
            Path.GetFullPath(values["--template"]),
            isCheck,
            values.TryGetValue("--stamp", out var stamp) ? Path.GetFullPath(stamp) : null);
    }
}
