using System.Text.RegularExpressions;

namespace Aot.Docs.Tests;

public sealed partial class DiagnosticPageTests
{
    private static readonly string Diagnostics = Path.Combine(Pages.Root, "docs", "diagnostics");

    [Fact]
    public void Every_rule_of_the_compiler_has_a_page_that_starts_with_its_id()
    {
        var releases = File.ReadAllText(Path.Combine(Pages.Root, "src", "Generators", "AnalyzerReleases.Unshipped.md"));

        Assert.All(Rule().Matches(releases).Select(match => match.Value), id => Assert.StartsWith($"# {id}: ", File.ReadLines(Page(id)).First()));
    }

    [Fact]
    public void Every_page_stands_in_the_list()
    {
        var list = File.ReadAllText(Path.Combine(Diagnostics, "README.md"));
        var pages = Directory.EnumerateFiles(Diagnostics, "WF*.md").Select(page => Path.GetFileName(page));

        Assert.All(pages, page => Assert.Contains($"]({page})", list));
    }

    private static string Page(string id) => Path.Combine(Diagnostics, $"{id}.md");

    [GeneratedRegex(@"^WF\d{4}", RegexOptions.Multiline)]
    private static partial Regex Rule();
}
