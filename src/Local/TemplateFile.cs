namespace Aot.Local;

/// <summary>Finds the template the user means.</summary>
internal static class TemplateFile
{
    /// <param name="given">The path of the command line; empty: template.yaml of this folder or the nearest above.</param>
    /// <exception cref="UsageException">There is no such file.</exception>
    public static string Find(string given)
    {
        if (given.Length > 0) return File.Exists(given) ? given : throw new UsageException($"There is no template {given}.");
        for (var folder = Directory.GetCurrentDirectory(); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var file = Path.Combine(folder, "template.yaml");
            if (File.Exists(file)) return Path.GetRelativePath(Directory.GetCurrentDirectory(), file);
        }
        throw new UsageException("There is no template.yaml in this folder or above: go to one that has it, or name it with --template.");
    }
}
