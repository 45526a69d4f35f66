using Aot.Generators.Tests.Cases;
using Aot.Generators.Tests.Diagnostics;

namespace Aot.Generators.Tests.Reading;

/// <summary>Mistakes of service tasks, at their narrowest span.</summary>
public sealed class ServiceTaskTests
{
    [Theory]
    [InlineData("arn:aws:states:::aws-sdk:sqs:recieveMessage", "did you mean 'receiveMessage'?")]
    [InlineData("arn:aws:states:::aws-sdk:sqs:ReceiveMessage", "'receiveMessage'")]
    [InlineData("arn:aws:states:::sqs:receiveMessage", "write 'arn:aws:states:::aws-sdk:sqs:receiveMessage'")]
    [InlineData("arn:aws:states:::sqs:sendMesage", "did you mean 'sendMessage'?")]
    [InlineData("arn:aws:states:::dynamodb:query", "write 'arn:aws:states:::aws-sdk:dynamodb:query'")]
    [InlineData("arn:aws:states:::dynamodb:getItem.sync", "knows no '.sync'")]
    [InlineData("arn:aws:states:::batch:submitJob.sync:2", "write '.sync'")]
    [InlineData("arn:aws:states:::aws-sdk:batch:submitJob.sync", "an SDK integration knows no '.sync'")]
    [InlineData("arn:aws:states:::aws-sdk:stepfunctions:startExecution", "call this service 'sfn'")]
    [InlineData("arn:aws:states:::aws-sdk:dynamdb:scan", "did you mean 'dynamodb'?")]
    [InlineData("arn:aws:states:::rekognition:detectLabels", "called as 'arn:aws:states:::aws-sdk:rekognition:detectLabels'")]
    [InlineData("aws-sdk:sqs:receiveMessage", "it has the form")]
    [InlineData("", "it has the form")]
    public void A_misspelled_integration_is_reported_at_its_arn(string arn, string advice)
    {
        var diagnostics = Check($$"""
            public interface IOwn { [ServiceIntegration(⟦"{{arn}}"⟧, Resources = ["*"])] Task CallAsync(OwnRequest request); }
            [AwsShape] public sealed record OwnRequest(int Value);
            """, "await own.CallAsync(new(1)); await own.CallAsync(new(2));", "WF6003");

        Assert.Contains(advice, diagnostics);
    }

    [Theory]
    [InlineData("arn:aws:states:::aws-sdk:translate:translateText")]
    [InlineData("arn:aws-cn:states:::aws-sdk:sqs:receiveMessage")]
    [InlineData("arn:aws:states:::aws-sdk:rekognition:detectLabels")]
    [InlineData("arn:aws:states:::states:startExecution.sync:2")]
    [InlineData("arn:aws:states:::elasticmapreduce:addStep.sync")]
    [InlineData("arn:aws:states:::aws-sdk:dynamodb:batchGetItem")]
    public void A_known_or_unheard_of_integration_passes(string arn) => Assert.Empty(Compile($$"""
        public interface IOwn { [ServiceIntegration("{{arn}}", Resources = ["*"])] Task CallAsync(OwnRequest request); }
        [AwsShape] public sealed record OwnRequest(int Value);
        """, "await own.CallAsync(new(1));").Diagnostics);

    [Theory]
    [InlineData("aws-sdk:rds:startDBInstance", "string ⟦DBInstanceIdentifier⟧", "'DbInstanceIdentifier'")]
    [InlineData("aws-sdk:rds:startDBInstance", "string ⟦dbInstanceIdentifier⟧", "'DbInstanceIdentifier'")]
    [InlineData("aws-sdk:kms:encrypt", "string ⟦KMSKeyId⟧", "'KmsKeyId'")]
    [InlineData("sqs:sendMessage", "string ⟦queueUrl⟧", "'QueueUrl'")]
    [InlineData("aws-sdk:s3:putObject", "Inner[] Inners", "'SsekmsKeyId'", "[AwsShape] public sealed record Inner(string ⟦SSEKMSKeyId⟧);")]
    public void A_misspelled_argument_is_reported_where_it_is_declared(string arn, string member, string right, string more = "")
    {
        var diagnostics = Check($$"""
            public interface IOwn { [ServiceIntegration("arn:aws:states:::{{arn}}", Resources = ["*"])] Task CallAsync(OwnRequest request); }
            [AwsShape] public sealed record OwnRequest({{member}});
            {{more}}
            """, $"await own.CallAsync(new({(more.Length == 0 ? "\"\"" : "[new(\"\")]")}));", "WF6004");

        Assert.Contains(right, diagnostics);
    }

    [Theory]
    [InlineData("aws-sdk:s3:putObject", "string ETag, string Acl, string Md5OfBody, string S3Bucket, string Ipv6Address, string[] Values")]
    [InlineData("dynamodb:putItem", "string SSESpecification, string SSEType")]
    public void A_well_spelled_argument_passes(string arn, string members) => Assert.Empty(Compile($$"""
        public interface IOwn { [ServiceIntegration("arn:aws:states:::{{arn}}", Resources = ["*"])] Task CallAsync(OwnRequest request); }
        [AwsShape] public sealed record OwnRequest({{members}});
        """, $"await own.CallAsync(new({string.Join(", ", members.Split(", ").Select(m => m.Contains("[]") ? "[]" : "\"\""))}));").Diagnostics);

    [Fact]
    public void A_request_that_is_no_shape_is_reported()
    {
        var message = Check("""
            public interface IOwn { [ServiceIntegration("arn:aws:states:::aws-sdk:own:call", Resources = ["*"])] Task CallAsync(OwnRequest request); }
            public sealed record ⟦OwnRequest⟧(int Value);
            """, "await own.CallAsync(new(1));", "WF6004");

        Assert.Contains("'[AwsShape] record OwnRequest'", message);
    }

    private const string Asking = """
        public interface IOwn { [ServiceIntegration("arn:aws:states:::sqs:sendMessage.waitForTaskToken", Resources = ["*"])] Task<int> AskAsync(Func<string, OwnRequest> request, TimeSpan? timeout = null, TimeSpan? heartbeat = null); }
        [AwsShape] public sealed record OwnRequest(string MessageBody);
        """;

    [Theory]
    [InlineData("var n = await own.AskAsync(⟦token => new(\"?\")⟧);", "WF6005")]
    [InlineData("var n = await own.AskAsync(token => new(token), timeout: ⟦TimeSpan.Zero⟧);", "WF6007")]
    [InlineData("var n = await ⟦own.AskAsync(token => new(token), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1))⟧;", "WF6007")]
    [InlineData("var n = await own.AskAsync(⟦token => { return new(token); }⟧);", null)]
    [InlineData("TimeSpan? span = null; var n = await own.AskAsync(token => new(token), ⟦timeout: span⟧);", "WF2001")]
    public void A_callback_hands_its_token_on_and_has_a_time(string statement, string? id)
    {
        if (id is null)
            Assert.Empty(Compile(Asking, statement.Replace("⟦", "").Replace("⟧", "")).Diagnostics);
        else
            Check(Asking, statement, id);
    }

    [Fact]
    public void A_callback_without_a_function_of_the_token_is_reported() => Check("""
        public interface IOwn { [ServiceIntegration("arn:aws:states:::sqs:sendMessage.waitForTaskToken", Resources = ["*"])] Task AskAsync(OwnRequest request); }
        [AwsShape] public sealed record OwnRequest(string MessageBody);
        """, "await ⟦own.AskAsync(new(\"\"))⟧;", "WF6005");

    [Theory]
    [InlineData("await Task.Delay(⟦TimeSpan.FromMinutes(6)⟧);", "WF6002")]
    [InlineData("await own.CallAsync(new(1, \"t\"), timeout: ⟦TimeSpan.FromHours(1)⟧);", "WF6002")]
    [InlineData("await ⟦own.CallAsync(new(1))⟧;", "WF6006")]
    [InlineData("await ⟦own.ThrowAsync(new(1))⟧;", "WF6006")]
    public void An_express_workflow_is_short_and_may_run_twice(string statement, string id) => Check("""
        public interface IOwn
        {
            [ServiceIntegration("arn:aws:states:::aws-sdk:own:call", Resources = ["*"], IdempotentBy = "Token")] Task CallAsync(OwnRequest request, TimeSpan? timeout = null);
            [ServiceIntegration("arn:aws:states:::aws-sdk:own:throw", Resources = ["*"], IsIdempotent = false)] Task ThrowAsync(OwnRequest request);
        }
        [AwsShape] public sealed record OwnRequest(int Value, string? Token = null);
        """, statement, id, "Type = WorkflowType.Express");

    [Fact]
    public void An_express_workflow_s_own_timeout_is_short() => Expect(
        "[StateMachine(Type = WorkflowType.Express, TimeoutSeconds = 301)] public sealed partial class ⟦Workflow⟧(Numbers numbers) { public async Task RunAsync() => await numbers.NoteAsync(\"\"); }",
        "WF6002");

    [Theory]
    [InlineData("new(⟦11⟧)", "11", "1 to 10")]
    [InlineData("new(5, ⟦\"\"⟧)", "0 characters long", "1 to 4")]
    [InlineData("new(5, Name: ⟦\"abcde\"⟧)", "5 characters long", "1 to 4")]
    [InlineData("new(5) { Items = ⟦[1, 2, 3]⟧ }", "3 items long", "0 to 2")]
    [InlineData("new OwnRequest(5) with { Count = ⟦0⟧ }", "0", "1 to 10")]
    public void A_constant_outside_its_range_is_reported_where_it_stands(string request, string value, string range)
    {
        var message = Check("""
            public interface IOwn { [ServiceIntegration("arn:aws:states:::aws-sdk:own:call", Resources = ["*"])] Task CallAsync(OwnRequest request); }
            [AwsShape] public sealed record OwnRequest([ValueRange(1, 10)] int? Count, [property: ValueRange(1, 4)] string? Name = null)
            {
                [ValueRange(0, 2)] public int[]? Items { get; init; }
            }
            """, $"await own.CallAsync({request});", "WF6007");

        Assert.Contains(value, message);
        Assert.Contains(range, message);
    }

    private static string Check(string declarations, string statements, string id, string options = "") => Expect($$"""
        {{declarations}}

        [StateMachine({{options}})]
        public sealed partial class Workflow(IOwn own)
        {
            public async Task RunAsync()
            {
                {{statements}}
            }
        }
        """, id);

    private static string Expect(string text, string id)
    {
        var marked = Marked.Parse(text);
        var diagnostic = Assert.Single(WorkflowCompilation.Compile(WorkflowCompilation.WithActors(marked.Source)).Diagnostics, d => d.Descriptor.DefaultSeverity != Microsoft.CodeAnalysis.DiagnosticSeverity.Info);
        Assert.Equal(id, diagnostic.Descriptor.Id);
        Assert.Equal(Assert.Single(marked.Spans), diagnostic.Span);
        return string.Format(System.Globalization.CultureInfo.InvariantCulture, diagnostic.Descriptor.MessageFormat.ToString(), [.. diagnostic.Arguments]);
    }

    private static WorkflowCompiler.CompiledWorkflow Compile(string declarations, string statements) => WorkflowCompilation.Compile(WorkflowCompilation.WithActors($$"""
        {{declarations}}

        [StateMachine]
        public sealed partial class Workflow(IOwn own)
        {
            public async Task RunAsync()
            {
                {{statements}}
            }
        }
        """));
}
