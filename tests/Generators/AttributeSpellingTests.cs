using Aot.Generators.Tests.Cases;

namespace Aot.Generators.Tests;

/// <summary>The same record is spelled as the API's by an optimized integration and as the Java SDK's by an SDK integration.</summary>
public sealed class AttributeSpellingTests
{
    [Theory]
    [InlineData("arn:aws:states:::dynamodb:putItem", """{ "BOOL": true }""", """{ "NULL": true }""")]
    [InlineData("arn:aws:states:::aws-sdk:dynamodb:putItem", """{ "Bool": true }""", """{ "Nul": true }""")]
    public void Attribute_values_are_spelled_as_the_integration_wants_them(string resource, string boolean, string none)
    {
        var compilation = WorkflowCompilation.WithActors($$"""
            [AwsShape] public sealed record PutRequest(Table TableName, [property: AttributeValues] Row Item);
            public sealed record Row(bool IsOpen, string? Note);
            public interface IStore { [ServiceIntegration("{{resource}}")] Task PutAsync(PutRequest request); }

            [StateMachine]
            public sealed partial class Workflow(IStore store)
            {
                private static readonly Table Rows = new("RowTable");

                public async Task RunAsync() => await store.PutAsync(new(Rows, new Row(true, null)));
            }
            """);

        var definition = WorkflowCompilation.Compile(compilation).Machine!.Definition;

        Assert.Contains($"\"isOpen\": {boolean}", definition);
        Assert.Contains($"\"note\": {none}", definition);
    }
}
