namespace Aot.Authoring.Services.Sns;

/// <summary>Amazon SNS as Step Functions tasks.</summary>
public interface ISns
{
    /// <summary>Publishes a message to a topic's subscribers.</summary>
    [ServiceIntegration("arn:aws:states:::sns:publish")]
    Task PublishAsync(PublishRequest request);
}

/// <summary>Source: SNS API reference, Publish.</summary>
/// <param name="TopicArn">The topic.</param>
/// <param name="Message">Up to 256 KiB of text.</param>
/// <param name="Subject">Up to 100 characters; the subject line of e-mail subscriptions.</param>
[AwsShape]
public sealed record PublishRequest(Topic TopicArn, string Message, string? Subject = null);
