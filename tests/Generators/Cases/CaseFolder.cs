using System.Reflection;

namespace Aot.Generators.Tests.Cases;

/// <summary>A folder of <c>tests/Cases</c>: one workflow, and everything that is expected of it.</summary>
internal sealed record CaseFolder(string Name)
{
    public static string Root { get; } = Path.Combine(
        typeof(CaseFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!, "tests", "Cases");

    /// <summary>Whom the workflows call: the sources beside the folders.</summary>
    public static IReadOnlyList<string> ActorFiles { get; } = [.. Directory.GetFiles(Root, "*.cs").Order(StringComparer.Ordinal)];

    public static TheoryData<string> Names => new(Directory.GetDirectories(Root).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal));

    public string Workflow => Read("workflow.cs");

    /// <summary>What services answer, where no class of the case stands for them.</summary>
    public string? Services => File.Exists(Path.Combine(Root, Name, "services.json")) ? Read("services.json") : null;

    /// <summary>The executions of the case, one for each <c>input.json</c>, <c>input-2.json</c>, …; each has an <c>output….json</c> of the same ending.</summary>
    public IEnumerable<(string Input, string OutputFile)> Runs => Directory.GetFiles(Path.Combine(Root, Name), "input*.json")
        .Order(StringComparer.Ordinal)
        .Select(path => (File.ReadAllText(path), "output" + Path.GetFileName(path)["input".Length..]));

    /// <summary>What lies in S3: the files under <c>s3</c>, a folder per bucket.</summary>
    public CaseObjects Objects
    {
        get
        {
            var objects = new CaseObjects();
            var root = Path.Combine(Root, Name, "s3");
            foreach (var file in Directory.Exists(root) ? Directory.GetFiles(root, "*", SearchOption.AllDirectories) : [])
            {
                var names = Path.GetRelativePath(root, file).Replace('\\', '/').Split('/', 2);
                objects.Write(names[0], names[1], File.ReadAllBytes(file), "");
            }

            return objects;
        }
    }

    /// <summary>Ids of the warnings that are expected, one a line of <c>warnings.txt</c>; none without the file.</summary>
    public IEnumerable<string> Warnings =>
        File.Exists(Path.Combine(Root, Name, "warnings.txt")) ? Read("warnings.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>Compares with a file of the folder, or rewrites the file where <c>UPDATE_CASES=1</c>.</summary>
    public void Expect(string file, string actual)
    {
        var path = Path.Combine(Root, Name, file);
        if (Environment.GetEnvironmentVariable("UPDATE_CASES") == "1")
            File.WriteAllText(path, actual);
        Assert.True(File.Exists(path), $"{path} does not exist; write it with UPDATE_CASES=1 and look at it.");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private string Read(string file) => File.ReadAllText(Path.Combine(Root, Name, file));
}
