using System.Reflection;
using Aot.Local.Json;

namespace Aot.Local.Tests.Asl.Conformance;

/// <summary>One recorded execution: definition, input, task results, outcome.</summary>
internal sealed class RecordedCase(ObjectValue document)
{
    public ObjectValue Document { get; } = document;

    public string Name => Text("name")!;

    public ObjectValue Expect => (ObjectValue)Document["expect"]!;

    public string? Text(string member) => (Document[member] as StringValue)?.Text;

    /// <summary>The folder of the recordings; null where they are absent.</summary>
    public static string? Folder
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable("AOT_CONFORMANCE") ?? Path.Combine(RepositoryRoot, "..", "shared", "conformance");
            var asl = Path.Combine(folder, "asl");
            return Directory.Exists(asl) ? asl : null;
        }
    }

    public static string RepositoryRoot { get; } = typeof(RecordedCase).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static RecordedCase Load(string name) =>
        new((ObjectValue)Value.Parse(File.ReadAllBytes(Path.Combine(Folder!, "cases", name + ".json"))));

    public static RecordedCase LoadInvalid(string name) =>
        new((ObjectValue)Value.Parse(File.ReadAllBytes(Path.Combine(Folder!, "cases-invalid", name + ".json"))));

    public static RecordedCase LoadStateTest(string name) =>
        new((ObjectValue)Value.Parse(File.ReadAllBytes(Path.Combine(Folder!, "cases-teststate", name + ".json"))));

    /// <summary>The names of the calls of TestState.</summary>
    public static IEnumerable<string> StateTestNames() => Files("cases-teststate");

    /// <summary>The names of the definitions that were judged at creation.</summary>
    public static IEnumerable<string> InvalidNames() => Files("cases-invalid");

    /// <summary>The names of all executions.</summary>
    public static IEnumerable<string> Names() => Files("cases");

    private static IEnumerable<string> Files(string folder)
    {
        var root = Path.Combine(Folder!, folder);
        return Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories)
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(root, file), null).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
    }
}
