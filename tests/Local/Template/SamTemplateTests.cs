using Aot.Local.Json;
using Aot.Local.Template;

namespace Aot.Local.Tests.Template;

public sealed class SamTemplateTests
{
    [Theory]
    [InlineData("!Ref Jobs", "http://127.0.0.1:4566/000000000000/Jobs")]
    [InlineData("!GetAtt Jobs.Arn", "arn:aws:sqs:us-east-1:000000000000:Jobs")]
    [InlineData("{Fn::GetAtt: [Jobs, QueueName]}", "Jobs")]
    [InlineData("!Ref Readings", "Readings")]
    [InlineData("!GetAtt Readings.Arn", "arn:aws:dynamodb:us-east-1:000000000000:table/Readings")]
    [InlineData("!Ref Alarms", "arn:aws:sns:us-east-1:000000000000:Alarms")]
    [InlineData("!GetAtt Bus.Arn", "arn:aws:events:us-east-1:000000000000:event-bus/local-bus")]
    [InlineData("!Ref Machine", "arn:aws:states:us-east-1:000000000000:stateMachine:Machine")]
    [InlineData("!GetAtt Work.Arn", "arn:aws:lambda:us-east-1:000000000000:function:Work")]
    [InlineData("!GetAtt Role.Arn", "arn:aws:iam::000000000000:role/Role")]
    [InlineData("!Sub '${AWS::Partition}/${Stage}/${Jobs.QueueName}/${!Literal}'", "aws/dev/Jobs/${Literal}")]
    [InlineData("!Sub ['${A}-${Stage}', {A: !Ref Stage}]", "dev-dev")]
    [InlineData("!Join ['-', [a, !Ref Stage, c]]", "a-dev-c")]
    [InlineData("!Select [1, [a, b]]", "b")]
    [InlineData("!Select [0, !Split ['.', 'x.y']]", "x")]
    [InlineData("!If [IsDev, small, large]", "small")]
    [InlineData("!If [IsProd, small, !Ref Stage]", "dev")]
    [InlineData("!FindInMap [Sizes, !Ref Stage, size]", "t3.small")]
    public void Intrinsic_functions_give_what_CloudFormation_gives(string expression, string expected)
    {
        var template = Parse(Resources + $"  Probe: {{ Type: 'AWS::SSM::Parameter', Properties: {{ Type: String, Value: {expression} }} }}\n");

        Assert.Equal(expected, Text(Properties(template, "Probe")["Value"]));
    }

    [Fact]
    public void NoValue_removes_the_property()
    {
        var template = Parse("Resources:\n  Q: { Type: 'AWS::SQS::Queue', Properties: { QueueName: !Ref 'AWS::NoValue', DelaySeconds: 3 } }\n");

        Assert.Equal("""{"DelaySeconds":3}""", Properties(template, "Q").ToJson());
    }

    [Fact]
    public void A_resource_whose_condition_fails_is_left_out()
    {
        var template = Parse(Resources + "  Extra: { Type: 'AWS::SQS::Queue', Condition: IsProd }\n");

        Assert.DoesNotContain(template.Resources, resource => resource.LogicalId == "Extra");
    }

    [Fact]
    public void Globals_are_defaults_that_maps_extend()
    {
        var template = Parse("""
            Globals:
              Function:
                Timeout: 30
                Environment: { Variables: { A: global, B: global } }
            Resources:
              F:
                Type: AWS::Serverless::Function
                Properties: { Timeout: 5, Environment: { Variables: { B: own } } }
            """);

        Assert.Equal("""{"Timeout":5,"Environment":{"Variables":{"A":"global","B":"own"}}}""", Properties(template, "F").ToJson());
    }

    [Fact]
    public void An_event_of_a_state_machine_becomes_a_rule_with_the_machine_as_its_target()
    {
        var template = Parse("""
            Resources:
              M:
                Type: AWS::Serverless::StateMachine
                Properties:
                  Events:
                    Hook:
                      Type: EventBridgeRule
                      Properties:
                        EventBusName: other
                        Pattern: { source: [gitlab.webhook] }
                        InputTransformer: { InputPathsMap: { id: $.detail.id }, InputTemplate: '{"id":<id>}' }
            """);

        var rule = Assert.Single(template.Resources, resource => resource.Type == "AWS::Events::Rule");
        Assert.Equal("MHook", rule.LogicalId);
        Assert.Equal(
            """{"EventBusName":"other","EventPattern":{"source":["gitlab.webhook"]},"Targets":[{"InputTransformer":{"InputPathsMap":{"id":"$.detail.id"},"InputTemplate":"{\"id\":<id>}"},"Id":"MHookTarget","Arn":"arn:aws:states:us-east-1:000000000000:stateMachine:M"}]}""",
            Properties(template, "MHook").ToJson());
    }

    [Fact]
    public void A_schedule_keeps_its_input()
    {
        var template = Parse("""
            Resources:
              M:
                Type: AWS::Serverless::StateMachine
                Properties:
                  Events:
                    Tick: { Type: Schedule, Properties: { Schedule: rate(1 minute), Input: '{"a":1}' } }
            """);

        Assert.Equal(
            """{"ScheduleExpression":"rate(1 minute)","Targets":[{"Input":"{\"a\":1}","Id":"MTickTarget","Arn":"arn:aws:states:us-east-1:000000000000:stateMachine:M"}]}""",
            Properties(template, "MTick").ToJson());
    }

    [Theory]
    [InlineData("Resources:\n  Q:\n    Type: AWS::SQS::Queue\n   Bad: 1\n", 4)]
    [InlineData("Resources: {", 1)]
    [InlineData("Description: nothing else\n", 1)]
    [InlineData("", 1)]
    [InlineData("Resources:\n  Q: { Properties: {} }\n", 2)]
    [InlineData("Resources:\n  Q: just text\n", 2)]
    [InlineData("Resources:\n  Q: &q [*q]\n", 2)]
    [InlineData("Parameters:\n  P: { Type: String }\nResources: {}\n", 2)]
    public void A_malformed_template_is_refused_with_its_line(string text, int line)
    {
        var refusal = Assert.Throws<TemplateException>(() => Parse(text));

        Assert.InRange(refusal.Line, line, line + 1);
        Assert.StartsWith($"template.yaml({refusal.Line}): ", refusal.Message);
    }

    [Theory]
    [InlineData("!Ref Nobody", "There is no parameter or resource Nobody")]
    [InlineData("!GetAtt Jobs.Colour", "has no attribute Colour")]
    [InlineData("!Cidr [a, b]", "The function Fn::Cidr is not supported")]
    [InlineData("!If [IsNever, a, b]", "There is no condition IsNever")]
    [InlineData("!Join nothing", "Fn::Join needs a delimiter")]
    public void A_wrong_function_is_refused_with_its_line(string expression, string problem)
    {
        var template = Parse(Resources + $"  Probe:\n    Type: AWS::SSM::Parameter\n    Properties:\n      Value: {expression}\n");

        var refusal = Assert.Throws<TemplateException>(() => Properties(template, "Probe"));

        Assert.Contains(problem, refusal.Message);
        Assert.Equal(Resources.Count(c => c == '\n') + 4, refusal.Line);
    }

    [Fact]
    public void A_name_that_depends_on_itself_is_refused()
    {
        var template = Parse("Resources:\n  Q: { Type: 'AWS::SQS::Queue', Properties: { QueueName: !GetAtt Q.QueueName } }\n");

        Assert.Contains("depends on itself", Assert.Throws<TemplateException>(() => Properties(template, "Q")).Message);
    }

    [Fact]
    public void A_parameter_takes_the_value_it_is_given()
    {
        var template = SamTemplate.Parse(Resources, "template.yaml", new PseudoParameters(), new Dictionary<string, string> { ["Stage"] = "prod" });

        Assert.Equal("prod", Text(template.Intrinsics.Evaluate(new ObjectValue { ["Ref"] = "Stage" }, 1)));
    }

    [Fact]
    public void A_parameter_the_template_does_not_have_is_refused()
    {
        Assert.Throws<TemplateException>(() => SamTemplate.Parse(Resources, "template.yaml", new PseudoParameters(), new Dictionary<string, string> { ["Stge"] = "prod" }));
    }

    private const string Resources = """
        Parameters:
          Stage: { Type: String, Default: dev }
        Conditions:
          IsDev: !Equals [!Ref Stage, dev]
          IsProd: !Not [!Condition IsDev]
        Mappings:
          Sizes: { dev: { size: t3.small } }
        Resources:
          Jobs: { Type: 'AWS::SQS::Queue' }
          Readings: { Type: 'AWS::DynamoDB::Table' }
          Alarms: { Type: 'AWS::SNS::Topic' }
          Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: !Sub '${AWS::StackName}-bus' } }
          Machine: { Type: 'AWS::Serverless::StateMachine' }
          Work: { Type: 'AWS::Serverless::Function' }
          Role: { Type: 'AWS::IAM::Role' }

        """;

    private static SamTemplate Parse(string text) => SamTemplate.Parse(text, "template.yaml", new PseudoParameters());

    private static ObjectValue Properties(SamTemplate template, string logicalId) =>
        template.Intrinsics.Properties(template.Resources.Single(resource => resource.LogicalId == logicalId));

    private static string Text(Value? value) => Assert.IsType<StringValue>(value).Text;
}
