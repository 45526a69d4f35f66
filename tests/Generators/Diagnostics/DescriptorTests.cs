using System.Reflection;
using System.Text.RegularExpressions;
using Aot.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Tests.Diagnostics;

/// <summary>Every diagnostic is complete: its page, the link to it, its rows, and a test that produces it.</summary>
public sealed partial class DescriptorTests
{
    private static readonly string _root = typeof(DescriptorTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
    private static readonly string _pages = Path.Combine(_root, "docs", "diagnostics");

    public static TheoryData<string> Ids => new(DescriptorSet.All.Select(d => d.Id));

    [Fact]
    public void An_id_is_declared_once() => Assert.Equal(DescriptorSet.All.Select(d => d.Id).Distinct(), DescriptorSet.All.Select(d => d.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_help_link_leads_to_its_page(string id)
    {
        var link = Of(id).HelpLinkUri;

        Assert.Equal($"docs/diagnostics/{id}.md", link);
        Assert.StartsWith($"# {id}: ", File.ReadLines(Path.Combine(_root, link)).First(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_stands_in_the_list_with_its_severity(string id) =>
        Assert.Contains($"\n| [{id}]({id}.md) | {Of(id).DefaultSeverity} | {Of(id).Title} |", File.ReadAllText(Path.Combine(_pages, "README.md")), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_has_a_row_among_the_releases(string id) =>
        Assert.Contains(
            $"\n{id} | {Of(id).Category} | {Of(id).DefaultSeverity} | {Of(id).Title}\n", File.ReadAllText(Path.Combine(_root, "src/Generators/AnalyzerReleases.Unshipped.md")), StringComparison.Ordinal);

    [Fact]
    public void A_test_names_it()
    {
        var named = Directory.EnumerateFiles(Path.Combine(_root, "tests", "Generators"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .SelectMany(file => QuotedId().Matches(File.ReadAllText(file)).Select(match => match.Groups["id"].Value))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Equal("", string.Join(", ", DescriptorSet.All.Select(d => d.Id).Except(named)));
    }

    private static DiagnosticDescriptor Of(string id) => DescriptorSet.All.First(d => d.Id == id);

    [GeneratedRegex("\"(?<id>WF\\d{4})\"")]
    private static partial Regex QuotedId();
}
