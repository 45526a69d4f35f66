using System.Diagnostics;
using System.Reflection;

namespace Aot.NativeAot.Tests;

/// <summary>Publishes the executables under test, once for all tests; an up-to-date one takes seconds.</summary>
public sealed class PublishedBinaries : IAsyncLifetime
{
    /// <summary>Name → project, from the repository's root.</summary>
    public static readonly IReadOnlyDictionary<string, string> Projects = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["Bootstrap"] = "src/Bootstrap/Bootstrap.csproj",
        ["Echo"] = "benchmarks/Functions/Echo/Echo.csproj",
        ["Order"] = "benchmarks/Functions/Order/Order.csproj",
    };

    public static string Root { get; } = typeof(PublishedBinaries).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public string Folder(string name) => Path.Combine(Root, "artifacts", "native-aot-tests", name);

    public string Executable(string name) => Path.Combine(Folder(name), "bootstrap");

    public async Task InitializeAsync()
    {
        foreach (var (name, project) in Projects)
            await PublishAsync(project, Folder(name));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task PublishAsync(string project, string output)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["publish", project, "-c", "Release", "-o", output, "--nologo", "-v", "quiet", "--disable-build-servers"])
            start.ArgumentList.Add(argument);
        // "dotnet test" leaves its own MSBuild settings in our environment.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var text = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"dotnet publish {project} failed:\n{string.Concat(text)}");
    }
}

/// <summary>The tests that share the published executables.</summary>
[CollectionDefinition(Name)]
public sealed class PublishedCollection : ICollectionFixture<PublishedBinaries>
{
    public const string Name = "Published";
}
