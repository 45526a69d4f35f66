using System.Reflection;

namespace Aot.Architecture.Tests;

/// <summary>The source tree as files, and who may refer to whom.</summary>
internal static class House
{
    /// <summary>Project → the projects of ours that it may reference. The table of docs/architecture.md.</summary>
    public static readonly Dictionary<string, string[]> MayReference = new()
    {
        ["Authoring"] = [],
        ["Generators"] = [],
        ["CodeFixes"] = [],
        ["Runtime"] = [],
        ["Aws"] = [],
        ["Handlers"] = ["Runtime", "Aws"],
        ["Bootstrap"] = ["Handlers", "Runtime", "Generators"],
        ["StateMachines"] = ["Authoring", "Handlers", "Generators", "CodeFixes"],
        ["Synth"] = [],
        ["Local"] = [],
        ["Testing"] = ["Authoring", "Local"],
    };

    public static string Root { get; } = typeof(House).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static IEnumerable<string> Projects => Directory.EnumerateDirectories(Path.Combine(Root, "src")).Select(path => Path.GetFileName(path)!);

    /// <summary>Files of a folder of the tree, build output left out.</summary>
    public static IEnumerable<string> Files(string folder, string pattern)
        => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"));

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');
}
