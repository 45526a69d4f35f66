using Aot.Synth.Catalog;
using Aot.Synth.Templates;

namespace Aot.Synth.Tests.Templates;

public sealed class TemplateSplicerTests
{
    private const string Head = "Transform: AWS::Serverless-2016-10-31\nResources:\n";

    public static TheoryData<string> Templates => new()
    {
        Head + "  Q:\n    Type: AWS::SQS::Queue\n",
        Head + "  Q:\n    Type: AWS::SQS::Queue\n\n# tail\n",
        Head + "  Q:\n    Type: AWS::SQS::Queue\n    # inside\n\n  # outside\n\nOutputs:\n  X: { Value: 1 }\n",
        Head + "  # first\n  Q: { Type: AWS::SQS::Queue }   # flow\n",
        Head + "  Q: {\n    Type: \"AWS::SQS::Queue\"\n  }\nOutputs:\n  X: { Value: 1 }\n",
        Head + "    Q:\n        Type: AWS::SQS::Queue\n        Metadata:\n            Text: |\n                # not a comment\n\n                end\n\n\nOutputs: {}\n",
        Head + "  \"Q\":\n    Type: AWS::SQS::Queue\n    Metadata: &anchor\n      Text: >-\n        folded\n        text\n  R:\n    Type: AWS::SQS::Queue\n    Metadata: *anchor\n",
        "Outputs: { X: { Value: ä€😀 } }\n" + Head + "  Q:\n    Type: 'AWS::SQS\n      ::Queue'\n",
        (Head + "  Q:\n    Type: AWS::SQS::Queue\n\nOutputs:\n  X: { Value: 1 }\n").ReplaceLineEndings("\r\n"),
        Head + "  Q: [\n    a ]\n  R:\n    - [b\n    , c]\nOutputs: {}\n",
        "---\n" + Head + "  Q:\n    Properties:\n      Empty:\n      List:\n      - a\n      - b\n...\n",
    };

    [Theory]
    [MemberData(nameof(Templates))]
    public void What_is_added_and_removed_again_leaves_every_byte_in_place(string text)
    {
        var added = Splice(text, "B", "A", "C");

        Assert.NotEqual(text, added);
        Assert.Equal(text, Splice(added));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_second_splice_changes_nothing(string text)
    {
        var once = Splice(text, "A", "B");

        Assert.Equal(once, Splice(once, "A", "B"));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void The_order_in_which_resources_arrive_does_not_show(string text)
    {
        Assert.Equal(Splice(text, "A", "B", "C", "D"), Splice(Splice(Splice(text, "C"), "A", "C"), "A", "B", "C", "D"));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void The_result_holds_the_old_resources_and_the_new(string text)
    {
        var before = TemplateDocument.Parse("t", text).Resources.Select(resource => resource.LogicalId);

        var after = TemplateDocument.Parse("t", Splice(text, "A", "B")).Resources.Select(resource => resource.LogicalId);

        Assert.Equal([.. before, "A", "B"], after);
    }

    [Fact]
    public void Only_a_resource_with_the_marker_is_rewritten()
    {
        var text = Head + "  A:\n    Metadata: { GeneratedBy: Aot.Synth }\n    Type: Old\n  # keep me\n  M:\n    Metadata: { GeneratedBy: me }\n    Type: Old\n";

        Assert.Equal(Head + "  A:\n    Metadata: { GeneratedBy: Aot.Synth }\n    Type: New\n  # keep me\n  M:\n    Metadata: { GeneratedBy: me }\n    Type: Old\n", Splice(text, "A"));
    }

    [Fact]
    public void Generated_resources_stay_where_the_author_moved_them()
    {
        var moved = Splice(Head + "  Q:\n    Type: X\n", "A").Replace("  Q:\n    Type: X\n\n", "", StringComparison.Ordinal) + "  Q:\n    Type: X\n";

        Assert.Equal(moved, Splice(moved, "A"));
    }

    [Fact]
    public void Lines_end_as_the_file_ends_its_lines()
    {
        var spliced = Splice((Head + "  Q:\n    Type: X\n").ReplaceLineEndings("\r\n"), "A");

        Assert.Equal(spliced.Count(c => c == '\n'), spliced.Split("\r\n").Length - 1);
    }

    [Fact]
    public void The_first_resource_goes_below_an_empty_section()
    {
        Assert.Equal(Head + "  A:\n    Metadata: { GeneratedBy: Aot.Synth }\n    Type: New\n", Splice(Head, "A"));
    }

    [Fact]
    public void A_file_without_a_last_line_break_gets_one_only_where_it_is_needed()
    {
        var text = Head + "  Q:\n    Type: X";
        var added = Splice(text, "A");

        Assert.StartsWith(text + "\n\n  A:\n", added, StringComparison.Ordinal);
        Assert.Equal(added.TrimEnd('\n'), Splice(added.TrimEnd('\n'), "A"));
    }

    private static string Splice(string text, params string[] names) => TemplateSplicer.Splice(
        TemplateDocument.Parse("t", text),
        [.. names.Order(StringComparer.Ordinal).Select(name => new ResourceBlock(name, $"{name}:\n  Metadata: {{ GeneratedBy: Aot.Synth }}\n  Type: New\n"))]);
}
