namespace Aot.NativeAot.Tests;

[Collection(PublishedCollection.Name)]
public sealed class SymbolVersionTests(PublishedBinaries binaries)
{
    // glibc of provided.al2023.
    private static readonly Version Newest = new(2, 34);

    [Fact]
    public void No_symbol_is_newer_than_the_C_library_of_the_Lambda_image()
    {
        foreach (var name in PublishedBinaries.Projects.Keys)
        {
            var versions = ElfVersions.Needed(File.ReadAllBytes(binaries.Executable(name)))
                .Where(v => v.StartsWith("GLIBC_", StringComparison.Ordinal)).Select(v => Version.Parse(v["GLIBC_".Length..])).ToList();

            Assert.NotEmpty(versions);
            Assert.All(versions, v => Assert.True(v <= Newest, $"{name} needs GLIBC_{v}"));
        }
    }
}
