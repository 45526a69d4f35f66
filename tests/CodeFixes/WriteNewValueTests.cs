using static Aot.CodeFixes.Tests.FixTest;

namespace Aot.CodeFixes.Tests;

public sealed class WriteNewValueTests
{
    [Theory]
    [InlineData("xs.Add(n);", "xs = [.. xs, n];")]
    [InlineData("xs.AddRange(ys);", "xs = [.. xs, .. ys];")]
    [InlineData("xs.Insert(0, n);", "xs = [n, .. xs];")]
    [InlineData("xs.Clear();", "xs = [];")]
    public Task A_list_is_written_anew(string before, string after) =>
        MendsAsync<WriteNewValue>(Workflow($"List<int> xs = [1];\nint[] ys = [n];\n{before}\nreturn xs.Count;"), Workflow($"List<int> xs = [1];\nint[] ys = [n];\n{after}\nreturn xs.Count;"));

    [Theory]
    [InlineData("box.Size = n;", "box = box with { Size = n };")]
    [InlineData("box.Inner.Label = text;", "box = box with { Inner = box.Inner with { Label = text } };")]
    public Task A_record_is_written_anew(string before, string after) => MendsAsync<WriteNewValue>(WithBox(before), WithBox(after));

    [Fact]
    public Task An_assignment_inside_an_expression_moves_in_front() =>
        MendsAsync<WriteNewValue>(Workflow("var x = 0;\nreturn 1 + (x = n);"), Workflow("var x = 0;\nx = n;\nreturn 1 + x;"));

    [Fact]
    public Task All_changes_are_mended_at_once() => MendsAllAsync<WriteNewValue>(
        Workflow("List<int> xs = [];\nxs.Add(n);\nxs.Add(2);\nreturn xs.Count;"), Workflow("List<int> xs = [];\nxs = [.. xs, n];\nxs = [.. xs, 2];\nreturn xs.Count;"));

    [Fact]
    public Task A_dictionary_is_the_authors_to_rewrite() =>
        OffersNothingAsync<WriteNewValue>(Workflow("var found = new Dictionary<string, int>();\nfound[\"n\"] = n;\nreturn found[\"n\"];"));

    private static string WithBox(string statement) =>
        "public sealed record Tag { public string Label { get; set; } = \"\"; }\npublic sealed record Box(Tag Inner) { public int Size { get; set; } }\n"
        + Workflow($"var box = new Box(new Tag {{ Label = \"a\" }}) {{ Size = 1 }};\n{statement}\nreturn box.Size;");
}
