using Aot.Generators.Sam;
using Aot.Generators.Tests.Cases;

namespace Aot.Generators.Tests.Sam;

/// <summary>The policy of a machine's role, from its tasks: nobody lists the statements that an integration brings along.</summary>
public sealed class TaskPermissionTests
{
    [Fact]
    public void A_child_that_is_waited_for_is_described_stopped_and_watched_by_a_rule() => Expect(
        """
            - Effect: Allow
              Action:
                - events:DescribeRule
                - events:PutRule
                - events:PutTargets
              Resource: !Sub "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule"
            - Effect: Allow
              Action:
                - states:DescribeExecution
                - states:StopExecution
              Resource: !Sub "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${Child.Name}:*"
            - Effect: Allow
              Action:
                - states:StartExecution
              Resource: !Ref Child

        """,
        "[AwsShape] public sealed record StartRequest(StateMachineResource StateMachineArn, string Input);",
        "[ServiceIntegration(\"arn:aws:states:::states:startExecution.sync:2\")] Task CallAsync(StartRequest request);",
        "new StartRequest(new StateMachineResource(\"Child\"), \"\")");

    [Fact]
    public void A_build_is_read_and_stopped_on_its_own_project() => Expect(
        """
            - Effect: Allow
              Action:
                - codebuild:BatchGetBuilds
                - codebuild:StartBuild
                - codebuild:StopBuild
              Resource: !GetAtt Site.Arn
            - Effect: Allow
              Action:
                - events:DescribeRule
                - events:PutRule
                - events:PutTargets
              Resource: !Sub "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/StepFunctionsGetEventForCodeBuildStartBuildRule"

        """,
        "[AwsShape] public sealed record BuildRequest(Project ProjectName); [CloudFormationResource(\"AWS::CodeBuild::Project\")] public sealed record Project(string LogicalId) : Resource(LogicalId);",
        "[ServiceIntegration(\"arn:aws:states:::codebuild:startBuild.sync\")] Task CallAsync(BuildRequest request);",
        "new BuildRequest(new Project(\"Site\"))");

    [Fact]
    public void Credentials_leave_the_own_role_nothing_but_the_step_into_the_other() => Expect(
        """
            - Effect: Allow
              Action:
                - sts:AssumeRole
              Resource: !Sub "arn:aws:iam::${StockAccount}:role/Reader"

        """,
        "[AwsShape] public sealed record Request(Queue QueueUrl);",
        "[ServiceIntegration(\"arn:aws:states:::aws-sdk:sqs:purgeQueue\"), Credentials(\"arn:aws:iam::${StockAccount}:role/Reader\")] Task CallAsync(Request request);",
        "new Request(new Queue(\"Jobs\"))");

    [Fact]
    public void An_activity_needs_no_permission()
    {
        var compiled = Compile("", "[Activity(\"Review\")] Task CallAsync(string text);", "\"text\"");

        Assert.Empty(compiled.Machine!.Permissions);
        Assert.Equal("Review", Assert.Single(compiled.Machine.Substitutions).Value.Argument);
    }

    [Fact]
    public void An_http_task_is_limited_to_its_method_endpoint_and_connection()
    {
        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors(new CaseFolder("http-get").Workflow));

        Assert.Equal(
            """
            - Effect: Allow
              Action:
                - events:RetrieveConnectionCredentials
              Resource: !GetAtt DirectoryConnection.Arn
            - Effect: Allow
              Action:
                - secretsmanager:DescribeSecret
                - secretsmanager:GetSecretValue
              Resource: !GetAtt DirectoryConnection.SecretArn
            - Effect: Allow
              Action:
                - states:InvokeHTTPEndpoint
              Resource: !Sub "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:Workflow-*"
              Condition:
                StringEquals:
                  states:HTTPMethod: GET
                StringLike:
                  states:HTTPEndpoint: "https://directory.example.com/users/*"

            """,
            Statements(compiled));
    }

    [Theory]
    [InlineData("$\"https://{id}.example.com/\"")]
    [InlineData("id")]
    [InlineData("$\"https://example{id}\"")]
    public void An_endpoint_without_a_known_host_limits_nothing(string endpoint)
    {
        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors($$"""
            [StateMachine]
            public sealed partial class Workflow(Aot.Authoring.Services.Http.IHttp http)
            {
                public async Task RunAsync(string id) =>
                    await http.InvokeAsync<string, string>(new({{endpoint}}, "GET", new(new Connection("Api"))));
            }
            """));

        Assert.DoesNotContain("states:HTTPEndpoint", Statements(compiled));
    }

    [Fact]
    public void A_map_run_reads_its_key_writes_below_its_prefix_and_starts_its_own_machine()
    {
        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors(new CaseFolder("distributed-writer").Workflow));

        Assert.Equal(
            """
            - Effect: Allow
              Action:
                - lambda:InvokeFunction
              Resource:
                - !GetAtt CheckFunction.Arn
                - !GetAtt NoteFunction.Arn
            - Effect: Allow
              Action:
                - s3:AbortMultipartUpload
                - s3:GetObject
                - s3:ListMultipartUploadParts
                - s3:PutObject
              Resource: !Sub "${ResultBucket.Arn}/checked/*"
            - Effect: Allow
              Action:
                - s3:GetObject
              Resource: !Sub "${DataBucket.Arn}/numbers.jsonl"
            - Effect: Allow
              Action:
                - states:DescribeExecution
                - states:RedriveExecution
                - states:StopExecution
              Resource: !Sub "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:Workflow-*"
            - Effect: Allow
              Action:
                - states:StartExecution
              Resource: !Sub "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:Workflow-*"

            """,
            Statements(compiled));
    }

    [Theory]
    [InlineData("distributed-objects", "s3:ListBucket", "UploadBucket.Arn")]
    [InlineData("distributed-json", "s3:GetObject", "${DataBucket.Arn}/orders/*")]
    [InlineData("distributed-manifest", "s3:GetObject", "${InventoryBucket.Arn}/*")]
    public void A_reader_reads_what_it_names(string name, string action, string resource)
    {
        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors(new CaseFolder(name).Workflow));

        Assert.Contains(compiled.Machine!.Permissions, p => p.Action == action && p.Resource.Argument == resource);
    }

    private static void Expect(string statements, string types, string method, string argument) =>
        Assert.Equal(statements.Replace("\n    ", "\n").TrimStart(), Statements(Compile(types, method, argument)));

    private static WorkflowCompiler.CompiledWorkflow Compile(string types, string method, string argument) => WorkflowCompilation.Compile(
        WorkflowCompilation.WithActors($$"""
            {{types}}
            public interface IService { {{method}} }
            [StateMachine] public sealed partial class Workflow(IService service) { public async Task RunAsync() => await service.CallAsync({{argument}}); }
            """));

    private static string Statements(WorkflowCompiler.CompiledWorkflow compiled)
    {
        Assert.Empty(compiled.Diagnostics);
        var policy = YamlWriter.Write((YamlMapping)Iam.Policy(compiled.Machine!.Permissions)!);
        return policy[(policy.IndexOf("Statement:\n", StringComparison.Ordinal) + 11)..].Replace("\n  ", "\n").TrimStart();
    }
}
