using System.Reflection;

namespace Aot.Local.Tests.Jsonata.Conformance;

/// <summary>Where the JSONata suite lies, and which of its cases are known to differ.</summary>
internal static class ConformanceSuite
{
    private const string SuiteName = "jsonata-2.0.6";

    private static readonly string RepositoryRoot = typeof(ConformanceSuite).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "RepositoryRoot").Value!;

    /// <summary>The suite's folder, or null where it is absent.</summary>
    public static string? Folder { get; } = FindFolder();

    /// <summary>Cases that are meant to differ, by name, with the reason.</summary>
    public static IReadOnlyDictionary<string, string> Exceptions { get; } = File
        .ReadAllLines(Path.Combine(RepositoryRoot, "tests", "Local", "Jsonata", "Conformance", "exceptions.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(' ', 2))
        .ToDictionary(parts => parts[0].Trim(), parts => parts.Length > 1 ? parts[1].Trim() : "");

    private static string? FindFolder()
    {
        var conformance = Environment.GetEnvironmentVariable("AOT_CONFORMANCE") ?? Path.Combine(RepositoryRoot, "..", "shared", "conformance");
        var folder = Path.Combine(conformance, SuiteName);
        return Directory.Exists(folder) ? folder : null;
    }
}
