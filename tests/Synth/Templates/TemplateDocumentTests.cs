using System.Text;
using Aot.Synth.Templates;

namespace Aot.Synth.Tests.Templates;

public sealed class TemplateDocumentTests
{
    private const string Transform = "Transform: AWS::Serverless-2016-10-31\n";

    [Theory]
    [InlineData("", 1, "one YAML document")]
    [InlineData("- a\n", 1, "one YAML document")]
    [InlineData(Transform + "Resources:\n---\na: b\n", 1, "one YAML document")]
    [InlineData(Transform + "Resources:\n  Q: [\n", 4, "not valid YAML")]
    [InlineData(Transform + "Resources:\n  Q:\n    Type: X\n  Q:\n    Type: Y\n", 5, "not valid YAML")]
    [InlineData("Resources:\n  Q: {}\n", 1, "no SAM template")]
    [InlineData(Transform + "Parameters: {}\n", 1, "no \"Resources:\"")]
    [InlineData(Transform + "Resources: { Q: {} }\n", 2, "not written as indented lines")]
    [InlineData(Transform + "Resources: [a]\n", 2, "not written as indented lines")]
    [InlineData(Transform + "Resources:\n  ? Q\n  : Type: X\n", 3, "does not stand alone on its line")]
    public void An_unusable_template_is_one_sentence_with_its_line(string text, int line, string sentence)
    {
        var problem = Assert.Throws<SynthException>(() => TemplateDocument.Parse("t.yaml", text)).Problem;

        Assert.Equal(("WF7005", line), (problem.Id, problem.Line));
        Assert.Contains(sentence, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_in_another_encoding_is_refused()
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(Transform + "Resources:\n  # größer\n"));

        var problem = Assert.Throws<SynthException>(() => TemplateDocument.Load(path)).Problem;

        File.Delete(path);
        Assert.Contains("not UTF-8", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_remembered()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, Transform + "Resources:\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        var template = TemplateDocument.Load(path);

        File.Delete(path);
        Assert.True(template.HasByteOrderMark);
        Assert.StartsWith("Transform", template.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Resources_and_parameters_can_be_referred_to()
    {
        var template = TemplateDocument.Parse("t", Transform + "Parameters:\n  Token: { Type: String }\nResources:\n  Q: { Type: X }\n");

        Assert.Equal(["Q", "Token"], template.Names.Order());
    }

    [Theory]
    [InlineData("  Q: { Metadata: { GeneratedBy: Aot.Synth } }\n", true)]
    [InlineData("  Q:\n    Metadata:\n      GeneratedBy: \"Aot.Synth\"\n", true)]
    [InlineData("  Q:\n    Metadata:\n      GeneratedBy: Aot.Synthesis\n", false)]
    [InlineData("  Q:\n    # Metadata: { GeneratedBy: Aot.Synth }\n    Type: X\n", false)]
    public void The_marker_makes_a_resource_generated(string resource, bool isGenerated)
    {
        Assert.Equal(isGenerated, TemplateDocument.Parse("t", Transform + "Resources:\n" + resource).Resources.Single().IsGenerated);
    }
}
