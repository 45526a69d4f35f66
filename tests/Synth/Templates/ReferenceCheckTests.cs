using Aot.Synth.Catalog;
using Aot.Synth.Templates;

namespace Aot.Synth.Tests.Templates;

public sealed class ReferenceCheckTests
{
    [Theory]
    [InlineData("!Ref JobQueue", "JobQueue")]
    [InlineData("!GetAtt JobQueue.Arn", "JobQueue")]
    [InlineData("!Sub \"arn:${AWS::Partition}:sqs:${JobQueue}/${Other.Arn}/${!Literal}\"", "JobQueue,Other")]
    [InlineData("!Ref AWS::Region", "")]
    [InlineData("JobQueue", "")]
    public void Intrinsic_functions_name_what_they_refer_to(string value, string expected)
    {
        var references = ReferenceCheck.References(Entry($"    Policies:\n      - Resource: {value}\n"));

        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries), references.Select(reference => reference.LogicalId));
        Assert.All(references, reference => Assert.Equal("Policies", reference.Property));
    }

    [Fact]
    public void A_missing_resource_is_reported_once_and_by_its_placeholder()
    {
        var entry = Entry("    Policies:\n      - Resource: !GetAtt Jobs.Arn\n    DefinitionSubstitutions:\n      JobsArn: !GetAtt Jobs.Arn\n");

        var problem = Assert.Single(ReferenceCheck.Problems(entry, TemplateDocument.Parse("t", "Transform: AWS::Serverless-2016-10-31\nResources:\n")));

        Assert.Contains("${JobsArn} of M stands for !GetAtt Jobs.Arn", problem.Message, StringComparison.Ordinal);
    }

    private static CatalogEntry Entry(string properties) => new("Flows.M", "", "{}", ResourceBlock.Split($"M:\n  Type: X\n  Properties:\n{properties}"));
}
