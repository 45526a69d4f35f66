using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Aot.Architecture.Tests;

public sealed partial class ReferenceTests
{
    [Fact]
    public void Every_project_of_src_stands_in_the_table()
        => Assert.Equal(House.MayReference.Keys.Order(StringComparer.Ordinal), House.Projects.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_project_reference_is_allowed()
    {
        var forbidden =
            from project in House.Projects
            from file in House.Files($"src/{project}", "*.csproj")
            from reference in XDocument.Load(file).Descendants("ProjectReference")
            where (string?)reference.Attribute("ReferenceOutputAssembly") != "false" || (string?)reference.Attribute("OutputItemType") == "Analyzer"
            let target = Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/'))
            where !House.MayReference[project].Contains(target)
            select $"{project} references {target}";

        Assert.Empty(forbidden);
    }

    [Fact]
    public void Every_using_of_ours_is_allowed()
    {
        var forbidden =
            from project in House.Projects
            from file in House.Files($"src/{project}", "*.cs")
            from Match match in UsingOfOurs().Matches(File.ReadAllText(file))
            let target = match.Groups["project"].Value
            where target != project && !House.MayReference[project].Contains(target)
            select $"{House.Relative(file)} uses Aot.{target}";

        Assert.Empty(forbidden);
    }

    [GeneratedRegex(@"^\s*(global )?using (static )?(\w+ = )?Aot\.(?<project>\w+)[.;]", RegexOptions.Multiline)]
    private static partial Regex UsingOfOurs();
}
