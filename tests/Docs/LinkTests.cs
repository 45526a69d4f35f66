using System.Text.RegularExpressions;

namespace Aot.Docs.Tests;

public sealed partial class LinkTests
{
    [Fact]
    public void Every_relative_link_leads_to_a_file_and_a_heading()
    {
        var broken =
            from page in Pages.All()
            from Match match in Link().Matches(File.ReadAllText(page))
            let target = match.Groups["target"].Value
            where !target.Contains("://") && !Exists(page, target)
            select $"{Path.GetRelativePath(Pages.Root, page)}: {target}";

        Assert.Empty(broken);
    }

    [Fact]
    public void The_README_fits_on_a_few_screens()
        => Assert.InRange(File.ReadLines(Path.Combine(Pages.Root, "README.md")).Count(), 1, 150);

    [Fact]
    public void Every_page_is_found_from_the_README()
    {
        var reached = new HashSet<string>();
        var waiting = new Queue<string>([Path.Combine(Pages.Root, "README.md")]);
        while (waiting.TryDequeue(out var page))
        {
            if (!reached.Add(page))
                continue;
            foreach (Match match in Link().Matches(File.ReadAllText(page)))
            {
                var target = Resolve(page, match.Groups["target"].Value);
                if (target.EndsWith(".md", StringComparison.Ordinal) && File.Exists(target))
                    waiting.Enqueue(target);
            }
        }

        var diagnostics = Path.Combine(Pages.Root, "docs", "diagnostics");
        Assert.DoesNotContain(Pages.All().Except(reached), page => !page.StartsWith(diagnostics, StringComparison.Ordinal));
    }

    private static bool Exists(string page, string target)
    {
        var file = Resolve(page, target);
        if (Directory.Exists(file))
            return true;
        if (!File.Exists(file))
            return false;
        var heading = target.Contains('#') ? target[(target.IndexOf('#') + 1)..] : null;
        return heading is null || File.ReadLines(file).Where(line => line.StartsWith('#')).Any(line => Anchor(line) == heading);
    }

    private static string Resolve(string page, string target)
    {
        var path = target.Split('#')[0];
        return path.Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, path));
    }

    // As GitHub makes them: lower case, spaces to hyphens, everything else but letters, digits and hyphens dropped.
    private static string Anchor(string heading)
        => new([.. heading.TrimStart('#').Trim().ToLowerInvariant().Replace(' ', '-').Where(c => char.IsLetterOrDigit(c) || c is '-' or '_')]);

    [GeneratedRegex(@"\[[^\]]*\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
