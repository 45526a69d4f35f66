using System.Text.RegularExpressions;
using Aot.Generators.Diagnostics;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Aot.CodeFixes.Tests;

/// <summary>The fixes know the diagnostics by their ids only; these are the ids.</summary>
public sealed partial class CatalogueTests
{
    private static readonly CodeFixProvider[] _fixes = [.. typeof(WorkflowCodeFix).Assembly.GetTypes()
        .Where(t => typeof(CodeFixProvider).IsAssignableFrom(t) && !t.IsAbstract).Select(t => (CodeFixProvider)Activator.CreateInstance(t)!)];

    [Fact]
    public void Every_fix_is_for_a_diagnostic_of_the_compiler_and_can_be_found_by_an_editor()
    {
        Assert.NotEmpty(_fixes);
        Assert.All(_fixes, fix =>
        {
            Assert.NotEmpty(fix.GetType().GetCustomAttributes(typeof(ExportCodeFixProviderAttribute), inherit: false));
            Assert.Contains(Assert.Single(fix.FixableDiagnosticIds), DescriptorSet.All.Select(d => d.Id));
        });
    }

    [Fact]
    public void The_list_of_the_documentation_names_them()
    {
        var list = File.ReadAllText(Path.Combine(FixTest.Root, "docs", "diagnostics", "README.md")).Split("Editors mend")[1].Split("##")[0];

        Assert.Equal(_fixes.SelectMany(f => f.FixableDiagnosticIds).Order(StringComparer.Ordinal), Id().Matches(list).Select(m => m.Value));
    }

    [GeneratedRegex(@"WF\d{4}")]
    private static partial Regex Id();
}
