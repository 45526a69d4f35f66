using System.Reflection;
using System.Text.RegularExpressions;
using Aot.Generators.Tests.Cases;
using Microsoft.CodeAnalysis.CSharp;

namespace Aot.Generators.Tests;

public sealed partial class ReadmeTests
{
    private static readonly string Root = typeof(ReadmeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    private const string SdkUsings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading.Tasks;";

    [Fact]
    public void The_handler_and_the_workflow_to_copy_compile_as_they_stand()
    {
        var snippets = Snippet().Matches(File.ReadAllText(Path.Combine(Root, "README.md"))).Select(match => match.Groups["code"].Value).ToArray();
        var compilation = WorkflowCompilation.Of(
            ("Greeter.cs", snippets.Single(code => code.Contains("class Greeter"))), ("Welcome.cs", snippets.Single(code => code.Contains("class Welcome("))));
        var usings = compilation.SyntaxTrees.Last();

        var compiled = WorkflowCompilation.Compile(
            compilation.ReplaceSyntaxTree(usings, CSharpSyntaxTree.ParseText(SdkUsings, (CSharpParseOptions)usings.Options)));

        Assert.Empty(compiled.Diagnostics);
        Assert.NotNull(compiled.Machine);
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();
}
