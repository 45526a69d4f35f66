using System.Text.Json;

namespace Aot.NativeAot.Tests;

[Collection(PublishedCollection.Name)]
public sealed class SizeTests(PublishedBinaries binaries)
{
    // Two SDK patches apart the same sources differ by some KB.
    private const double Tolerance = 0.03;

    /// <summary>Bytes read from disk decide a cold start, so that growth is a regression, and shrinkage a baseline that has to be lowered.</summary>
    [Fact]
    public void Each_executable_has_the_size_of_its_baseline()
    {
        var actual = new SortedDictionary<string, long>(
            PublishedBinaries.Projects.Keys.ToDictionary(name => name, name => new FileInfo(binaries.Executable(name)).Length), StringComparer.Ordinal);
        var file = Path.Combine(PublishedBinaries.Root, "tests", "NativeAot", "size-baseline.json");
        if (Environment.GetEnvironmentVariable("UPDATE_CASES") == "1")
            File.WriteAllText(file, JsonSerializer.Serialize(actual, new JsonSerializerOptions { WriteIndented = true }) + "\n");
        var baseline = JsonSerializer.Deserialize<SortedDictionary<string, long>>(File.ReadAllText(file))!;

        Assert.Equal(baseline.Keys, actual.Keys);
        Assert.All(actual, size => Assert.True(
            Math.Abs(size.Value - baseline[size.Key]) <= baseline[size.Key] * Tolerance,
            $"{size.Key} has {size.Value} bytes, its baseline {baseline[size.Key]}. If that is meant, run the tests with UPDATE_CASES=1 and commit size-baseline.json."));
    }

    [Fact]
    public void The_published_folder_holds_the_executable_alone()
        => Assert.All(PublishedBinaries.Projects.Keys, name => Assert.Equal(["bootstrap"], Directory.EnumerateFileSystemEntries(binaries.Folder(name)).Select(Path.GetFileName)));
}
