using Aot.Generators.Ir;
using Aot.Generators.Sam;

namespace Aot.Generators.Tests.Sam;

public sealed class IamTests
{
    private static readonly TemplateValue _queue = new(TemplateFunction.GetAtt, "JobQueue.Arn");
    private static readonly TemplateValue _other = new(TemplateFunction.GetAtt, "OtherQueue.Arn");
    private static readonly TemplateValue _topic = new(TemplateFunction.Ref, "AlarmTopic");

    [Fact]
    public void Actions_on_one_resource_share_a_statement_and_resources_with_the_same_actions_too()
    {
        Permission[] permissions =
        [
            new("sqs:ReceiveMessage", _other), new("sns:Publish", _topic), new("sqs:DeleteMessage", _queue),
            new("sqs:ReceiveMessage", _queue), new("sqs:DeleteMessage", _other), new("sqs:ReceiveMessage", _queue),
        ];

        Assert.Equal(
            """
            Policy:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action:
                    - sns:Publish
                  Resource: !Ref AlarmTopic
                - Effect: Allow
                  Action:
                    - sqs:DeleteMessage
                    - sqs:ReceiveMessage
                  Resource:
                    - !GetAtt JobQueue.Arn
                    - !GetAtt OtherQueue.Arn

            """,
            YamlWriter.Write(YamlMapping.Of(("Policy", Iam.Policy(permissions)))));
    }

    [Fact]
    public void An_action_is_never_granted_on_a_resource_it_was_not_asked_for()
    {
        var policy = YamlWriter.Write(YamlMapping.Of(("Policy", Iam.Policy([new("sqs:SendMessage", _queue), new("sqs:DeleteMessage", _other)]))));

        Assert.Equal(2, policy.Split("- Effect: Allow").Length - 1);
    }

    [Fact]
    public void Without_permissions_there_is_no_policy()
    {
        Assert.Null(Iam.Policy([]));
    }
}
