namespace Aot.CodeFixes.Tests;

public sealed class SpellArgumentTests
{
    private const string Request = "[AwsShape]\npublic sealed record StartRequest";

    [Theory]
    [InlineData("(string DBInstanceIdentifier);", "new StartRequest(DBInstanceIdentifier: \"a\")", "(string DbInstanceIdentifier);", "new StartRequest(DbInstanceIdentifier: \"a\")")]
    [InlineData(
        "{ public required string DBInstanceIdentifier { get; init; } }",
        "new StartRequest { DBInstanceIdentifier = \"a\" }",
        "{ public required string DbInstanceIdentifier { get; init; } }",
        "new StartRequest { DbInstanceIdentifier = \"a\" }")]
    public Task The_argument_is_renamed_wherever_it_is_used(string before, string call, string after, string callAfter) =>
        FixTest.MendsAsync<SpellArgument>(Source(Request + before, call), Source(Request + after, callAfter));

    [Fact]
    public Task A_record_of_arguments_is_marked() => FixTest.MendsAsync<SpellArgument>(
        Source("public sealed record StartRequest(string DbInstanceIdentifier);", "new StartRequest(\"a\")"),
        Source(Request + "(string DbInstanceIdentifier);", "new StartRequest(\"a\")"));

    private static string Source(string request, string call) => $$"""
        // Rds.
        {{request}}

        public interface IRds
        {
            [ServiceIntegration("arn:aws:states:::aws-sdk:rds:startDBInstance", Resources = ["*"])]
            Task StartAsync(StartRequest request);
        }

        [StateMachine]
        public sealed partial class Workflow(IRds rds)
        {
            public async Task RunAsync() => await rds.StartAsync({{call}});
        }
        """;
}
