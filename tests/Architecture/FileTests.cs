namespace Aot.Architecture.Tests;

public sealed class FileTests
{
    private const int MaxLines = 500;

    [Fact]
    public void No_source_file_is_over_500_lines()
    {
        var tooLong =
            from folder in new[] { "src", "tests", "benchmarks" }
            from file in House.Files(folder, "*.cs")
            let lines = File.ReadLines(file).Count()
            where lines > MaxLines
            select $"{House.Relative(file)} has {lines} lines";

        Assert.Empty(tooLong);
    }
}
