using Aot.Generators.Ir;
using Aot.Generators.Sam;

namespace Aot.Generators.Tests.Sam;

public sealed class StateMachineResourceTests
{
    private static readonly CompiledMachine _machine = new(
        "SqsWorker",
        "Flows.Poller",
        "SqsWorker",
        "/src/Flows/Poller/SqsWorker.cs",
        IsExpress: false,
        TimeoutSeconds: 60,
        "{}",
        [new Substitution("WorkArn", new TemplateValue(TemplateFunction.GetAtt, "WorkFunction.Arn")), new Substitution("JobQueue", new TemplateValue(TemplateFunction.Ref, "JobQueue"))],
        [new Permission("lambda:InvokeFunction", new TemplateValue(TemplateFunction.GetAtt, "WorkFunction.Arn"))],
        [],
        []);

    [Fact]
    public void A_machine_becomes_a_state_machine_and_its_log_group()
    {
        Assert.Equal(
            """
            SqsWorker:
              Type: AWS::Serverless::StateMachine
              Metadata:
                GeneratedBy: Aot.Synth
                Source: Flows.Poller.SqsWorker
              Properties:
                Type: STANDARD
                DefinitionUri: aot:definition
                DefinitionSubstitutions:
                  JobQueue: !Ref JobQueue
                  WorkArn: !GetAtt WorkFunction.Arn
                Logging:
                  Level: ERROR
                  IncludeExecutionData: false
                  Destinations:
                    - CloudWatchLogsLogGroup:
                        LogGroupArn: !GetAtt SqsWorkerLogs.Arn
                Tracing:
                  Enabled: true
                Policies:
                  - Version: "2012-10-17"
                    Statement:
                      - Effect: Allow
                        Action:
                          - lambda:InvokeFunction
                        Resource: !GetAtt WorkFunction.Arn
                  - Version: "2012-10-17"
                    Statement:
                      - Effect: Allow
                        Action:
                          - logs:CreateLogDelivery
                          - logs:DeleteLogDelivery
                          - logs:DescribeLogGroups
                          - logs:DescribeResourcePolicies
                          - logs:GetLogDelivery
                          - logs:ListLogDeliveries
                          - logs:PutResourcePolicy
                          - logs:UpdateLogDelivery
                        Resource: "*"
            SqsWorkerLogs:
              Type: AWS::Logs::LogGroup
              Metadata:
                GeneratedBy: Aot.Synth
                Source: Flows.Poller.SqsWorker
              Properties:
                LogGroupName: !Sub "/aws/vendedlogs/states/${AWS::StackName}-SqsWorker"
                RetentionInDays: 30

            """,
            StateMachineResource.Write(_machine));
    }

    [Fact]
    public void An_express_machine_says_so()
    {
        Assert.Contains("\n    Type: EXPRESS\n", StateMachineResource.Write(_machine with { IsExpress = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void Events_are_numbered_from_the_second_of_a_kind()
    {
        var machine = _machine with
        {
            Events =
            [
                new ScheduleEvent("rate(5 minutes)", """{"max":20}""", Enabled: true),
                new ScheduleEvent("cron(0 8 * * ? *)", null, Enabled: false),
                new EventBridgeRuleEvent("""{"source":["git"]}""", "RunnerBus", null, """{"id":"$.detail.id"}""", """{"id":<id>}"""),
                new EventBridgeRuleEvent("""{"source":["bbq"]}""", null, "$.detail", null, null),
            ],
        };

        Assert.Contains(
            """
                Events:
                  Schedule:
                    Type: Schedule
                    Properties:
                      Schedule: "rate(5 minutes)"
                      Input: '{"max":20}'
                  Schedule2:
                    Type: Schedule
                    Properties:
                      Schedule: "cron(0 8 * * ? *)"
                      Enabled: false
                  Rule:
                    Type: EventBridgeRule
                    Properties:
                      EventBusName: !Ref RunnerBus
                      Pattern:
                        source:
                          - git
                      InputTransformer:
                        InputPathsMap:
                          id: "$.detail.id"
                        InputTemplate: '{"id":<id>}'
                  Rule2:
                    Type: EventBridgeRule
                    Properties:
                      Pattern:
                        source:
                          - bbq
                      InputPath: "$.detail"

            """.TrimStart('\n'),
            StateMachineResource.Write(machine),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Schedules_of_the_scheduler_and_REST_routes_have_their_own_events()
    {
        var machine = _machine with
        {
            Events =
            [
                new ScheduleV2Event("cron(0 8 * * ? *)", "Europe/Rome", 15, "2027-01-01T00:00:00Z", null, "Nightly", "{}", Enabled: false),
                new ScheduleV2Event("rate(1 day)", null, 0, null, null, null, null, Enabled: true),
                new ApiEvent("POST", "/orders", "Shop"),
            ],
        };

        Assert.Contains(
            """
                Events:
                  Scheduler:
                    Type: ScheduleV2
                    Properties:
                      ScheduleExpression: "cron(0 8 * * ? *)"
                      ScheduleExpressionTimezone: Europe/Rome
                      FlexibleTimeWindow:
                        Mode: FLEXIBLE
                        MaximumWindowInMinutes: 15
                      StartDate: "2027-01-01T00:00:00Z"
                      GroupName: !Ref Nightly
                      Input: "{}"
                      State: DISABLED
                  Scheduler2:
                    Type: ScheduleV2
                    Properties:
                      ScheduleExpression: "rate(1 day)"
                  Api:
                    Type: Api
                    Properties:
                      Method: post
                      Path: /orders
                      RestApiId: !Ref Shop

            """.TrimStart('\n'),
            StateMachineResource.Write(machine),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Without_logs_and_traces_nothing_of_them_is_left()
    {
        var resource = StateMachineResource.Write(_machine with { Permissions = [], Options = new MachineOptions(MachineOptions.NoLogs, false, false, [new Tag("team", "shop")]) });

        Assert.Equal(
            """
            SqsWorker:
              Type: AWS::Serverless::StateMachine
              Metadata:
                GeneratedBy: Aot.Synth
                Source: Flows.Poller.SqsWorker
              Properties:
                Type: STANDARD
                DefinitionUri: aot:definition
                DefinitionSubstitutions:
                  JobQueue: !Ref JobQueue
                  WorkArn: !GetAtt WorkFunction.Arn
                Tags:
                  team: shop

            """,
            resource);
    }
}
