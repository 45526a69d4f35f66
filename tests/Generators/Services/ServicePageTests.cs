using System.Reflection;
using System.Text.RegularExpressions;
using Aot.Authoring;
using Aot.Generators.Tests.Cases;

namespace Aot.Generators.Tests.Services;

/// <summary>docs/services.md and the service of one's own in docs/authoring.md.</summary>
public sealed partial class ServicePageTests
{
    private static readonly string _docs = Path.Combine(CaseFolder.Root, "..", "..", "docs");

    [Theory]
    [InlineData("services.md", "Approval")]
    [InlineData("services.md", "Reserve")]
    [InlineData("authoring.md", "Translation")]
    public void An_example_compiles_as_it_stands(string page, string workflow)
    {
        var example = CSharpBlock().Matches(File.ReadAllText(Path.Combine(_docs, page)))
            .Select(m => m.Groups[1].Value)
            .Single(code => code.Contains($"partial class {workflow}(", StringComparison.Ordinal));

        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors(example));

        Assert.Empty(compiled.Diagnostics);
        Assert.NotNull(compiled.Machine);
    }

    [Fact]
    public void Every_shipped_method_and_error_is_on_the_page()
    {
        var page = File.ReadAllText(Path.Combine(_docs, "services.md"));
        var types = typeof(ServiceIntegrationAttribute).Assembly.GetTypes()
            .Where(t => t.Namespace?.StartsWith("Aot.Authoring.Services.", StringComparison.Ordinal) == true && !t.Namespace.EndsWith(".Http", StringComparison.Ordinal))
            .ToArray();

        var missing = types.SelectMany(t => t.GetMethods())
            .Where(m => m.GetCustomAttribute<ServiceIntegrationAttribute>() is { } integration
                && !page.Contains($"`{integration.Resource["arn:aws:states:::".Length..]}`", StringComparison.Ordinal))
            .Select(m => m.Name)
            .Concat(types.SelectMany(t => t.GetCustomAttribute<ErrorNameAttribute>()?.Names ?? []).Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal)));

        Assert.Empty(missing);
    }

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
