using Aot.Generators.Tests.Cases;

namespace Aot.Generators.Tests.Services;

/// <summary>What the role of a workflow may do follows from the task: action on resource, and under which condition.</summary>
public sealed class PermissionTests
{
    private const string Account = "${AWS::Region}:${AWS::AccountId}";

    [Theory]
    [InlineData("ISqs", "await x.PurgeQueueAsync(new(Own.Jobs));", "sqs:PurgeQueue JobQueue.Arn")]
    [InlineData("ISqs", "await x.SendMessageBatchAsync(new SendMessageBatchRequest<int>(Own.Jobs, [new(\"1\", 1)]));", "sqs:SendMessage JobQueue.Arn")]
    [InlineData(
        "ISqs", "await x.StartMessageMoveTaskAsync(new(Own.Jobs.Arn));",
        "sqs:DeleteMessage JobQueue.Arn", "sqs:GetQueueAttributes JobQueue.Arn", "sqs:ReceiveMessage JobQueue.Arn", "sqs:StartMessageMoveTask JobQueue.Arn")]
    [InlineData("IDynamoDb", "await x.QueryAsync<Order>(new(Own.Rows, \"a = :a\", new { a = n }));", "dynamodb:Query RowTable.Arn")]
    [InlineData("IDynamoDb", "await x.QueryAsync<Order>(new(Own.Rows, \"a = :a\", new { a = n }, IndexName: \"byA\"));", "dynamodb:Query ${RowTable.Arn}/index/byA", "dynamodb:Query RowTable.Arn")]
    [InlineData(
        "IDynamoDb", "await x.TransactWriteItemsAsync(new([new(Put: new(Own.Rows, new { n })), new(Delete: new(Own.Rows, new { n }))]));",
        "dynamodb:DeleteItem RowTable.Arn", "dynamodb:PutItem RowTable.Arn")]
    [InlineData("IS3", "await x.GetObjectAsync(new(Own.Files, n));", "s3:GetObject ${FileBucket.Arn}/*")]
    [InlineData("IS3", "await x.GetObjectAsync(new(Own.Files, \"a/b\"));", "s3:GetObject ${FileBucket.Arn}/a/b")]
    [InlineData("IS3", "await x.GetObjectAsync(new(Own.Files, $\"a/{n}\"));", "s3:GetObject ${FileBucket.Arn}/a/*")]
    [InlineData("IS3", "await x.ListObjectsV2Async(new(Own.Files));", "s3:ListBucket FileBucket.Arn")]
    [InlineData(
        "IS3", "await x.CopyObjectAsync(new(Own.Files, n, $\"{Own.Files}/{n}\"));",
        "s3:GetObject arn:${AWS::Partition}:s3:::${FileBucket}/*", "s3:PutObject ${FileBucket.Arn}/*")]
    [InlineData("IScheduler", "await x.DeleteScheduleAsync(new(\"daily\"));", "scheduler:DeleteSchedule arn:${AWS::Partition}:scheduler:" + Account + ":schedule/default/daily")]
    [InlineData("IScheduler", "await x.DeleteScheduleAsync(new(n, \"mine\"));", "scheduler:DeleteSchedule arn:${AWS::Partition}:scheduler:" + Account + ":schedule/mine/*")]
    [InlineData(
        "IScheduler", "await x.CreateScheduleAsync(new(\"daily\", \"rate(1 day)\", new(\"OFF\"), new(Own.Jobs.Arn, Own.Caller)));",
        "iam:PassRole CallerRole.Arn if StringEquals iam:PassedToService scheduler.amazonaws.com",
        "scheduler:CreateSchedule arn:${AWS::Partition}:scheduler:" + Account + ":schedule/default/daily")]
    [InlineData("ILambda", "await x.InvokeAsync(new InvokeRequest<int>(Own.Code, 1));", "lambda:InvokeFunction CodeFunction.Arn")]
    [InlineData("IEc2", "await x.TerminateInstancesAsync(new([\"i-1\"]));", "ec2:TerminateInstances arn:${AWS::Partition}:ec2:" + Account + ":instance/i-1")]
    public void A_shipped_operation_is_allowed_on_what_it_names(string service, string statement, params string[] permissions) =>
        Assert.Equal(permissions, Permissions(Compile(service, statement)));

    [Fact]
    public void Launching_is_limited_to_the_launch_template_and_tagging_to_launching()
    {
        var permissions = Permissions(Compile("IEc2", "await x.RunInstancesAsync(new(new(Own.Worker), 1, 1));"));

        Assert.All(permissions.Where(p => p.StartsWith("ec2:RunInstances", StringComparison.Ordinal)), p =>
            Assert.EndsWith($"if ArnLike ec2:LaunchTemplate arn:${{AWS::Partition}}:ec2:{Account}:launch-template/${{WorkerTemplate}}", p, StringComparison.Ordinal));
        Assert.All(permissions.Where(p => p.StartsWith("ec2:CreateTags", StringComparison.Ordinal)), p =>
            Assert.EndsWith("if StringEquals ec2:CreateAction RunInstances", p, StringComparison.Ordinal));
        Assert.DoesNotContain(permissions, p => p.Contains(" * ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("[TaskCondition(\"ec2:StopInstances\", \"StringEquals\", \"aws:ResourceTag/team\", \"ci\")]", "", true)]
    [InlineData("[TaskCondition(\"ec2:TerminateInstances\", \"StringEquals\", \"aws:ResourceTag/team\", \"ci\")]", "", false)]
    [InlineData("", "[TaskCondition(\"ec2:TerminateInstances\", \"StringEquals\", \"aws:ResourceTag/team\", \"ci\")]", false)]
    public void What_only_the_run_knows_needs_a_condition(string onClass, string onParameter, bool isWarned)
    {
        var compiled = Compile("IEc2", "await x.TerminateInstancesAsync(new([n]));", onClass, onParameter);

        Assert.Equal(isWarned ? ["WF7002"] : [], compiled.Diagnostics.Select(d => d.Descriptor.Id));
        Assert.Equal(
            $"ec2:TerminateInstances arn:${{AWS::Partition}}:ec2:{Account}:instance/*{(isWarned ? "" : " if StringEquals aws:ResourceTag/team ci")}",
            Assert.Single(Permissions(compiled)));
    }

    [Fact]
    public void A_class_adds_what_no_call_shows() => Assert.Equal(
        ["iam:PassRole ${CallerRole.Arn}", "sqs:PurgeQueue JobQueue.Arn"],
        Permissions(Compile("ISqs", "await x.PurgeQueueAsync(new(Own.Jobs));", "[TaskPermission(\"iam:PassRole\", \"${CallerRole.Arn}\")]")));

    private static IEnumerable<string> Permissions(WorkflowCompiler.CompiledWorkflow compiled) => compiled.Machine!.Permissions
        .Select(p => $"{p.Action} {p.Resource.Argument}{string.Concat(p.Conditions.Select(c => $" if {c.Operator} {c.Key} {c.Value.Argument}"))}")
        .Order(StringComparer.Ordinal);

    private static WorkflowCompiler.CompiledWorkflow Compile(string service, string statement, string onClass = "", string onParameter = "") =>
        WorkflowCompilation.Compile(WorkflowCompilation.WithActors($$"""
            using Aot.Authoring.Services.DynamoDb;
            using Aot.Authoring.Services.Ec2;
            using Aot.Authoring.Services.Lambda;
            using Aot.Authoring.Services.S3;
            using Aot.Authoring.Services.Scheduler;
            using Aot.Authoring.Services.Sqs;

            public static class Own
            {
                public static readonly Queue Jobs = new("JobQueue");
                public static readonly Table Rows = new("RowTable");
                public static readonly Bucket Files = new("FileBucket");
                public static readonly Role Caller = new("CallerRole");
                public static readonly Function Code = new("CodeFunction");
                public static readonly LaunchTemplate Worker = new("WorkerTemplate");
            }

            {{onClass}}
            [StateMachine]
            public sealed partial class Workflow({{onParameter}} {{service}} x)
            {
                public async Task RunAsync(string n)
                {
                    {{statement}}
                }
            }
            """));
}
