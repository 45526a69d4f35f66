using Aot.Local.Asl.Tasks;

namespace Aot.Local.Tests.Asl.Tasks;

public sealed class TaskResourceTests
{
    [Theory]
    [InlineData("arn:aws:states:::lambda:invoke", "lambda", "invoke")]
    [InlineData("arn:aws:states:::aws-sdk:sqs:receiveMessage", "aws-sdk:sqs", "receiveMessage")]
    [InlineData("arn:aws:states:::states:startExecution.sync:2", "states", "startExecution.sync:2")]
    [InlineData("arn:aws:states:::sqs:sendMessage.waitForTaskToken", "sqs", "sendMessage.waitForTaskToken")]
    public void An_integration_is_shown_as_type_and_resource(string arn, string type, string resource)
    {
        var parsed = TaskResource.Parse(arn);

        Assert.Equal((type, resource), (parsed?.ResourceType, parsed?.Resource));
    }

    [Theory]
    [InlineData("arn:aws:lambda:us-east-1:000000000000:function:f")]
    [InlineData("arn:aws:states:us-east-1:000000000000:activity:a")]
    public void Functions_and_activities_are_shown_by_their_ARN(string arn) => Assert.Equal(arn, TaskResource.Parse(arn)?.Resource);

    [Theory]
    [InlineData("arn:aws:states:::dynamodb:query")]
    [InlineData("arn:aws:states:::nothing:invoke")]
    [InlineData("arn:aws:states:::lambda:invoke.later")]
    [InlineData("arn:aws:states:::aws-sdk:sqs:receiveMessage.sync")]
    [InlineData("arn:aws:s3:::bucket")]
    [InlineData("f")]
    public void What_no_task_can_run_is_not_recognised(string arn) => Assert.Null(TaskResource.Parse(arn));
}
