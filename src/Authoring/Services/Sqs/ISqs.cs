namespace Aot.Authoring.Services.Sqs;

/// <summary>Amazon SQS as Step Functions tasks.</summary>
public interface ISqs
{
    /// <summary>Reads a queue's attributes; every count is approximate.</summary>
    [ServiceIntegration("arn:aws:states:::aws-sdk:sqs:getQueueAttributes")]
    Task<GetQueueAttributesResponse> GetQueueAttributesAsync(GetQueueAttributesRequest request);

    /// <summary>Receives up to 10 messages and hides them from other consumers for the visibility timeout.</summary>
    [ServiceIntegration("arn:aws:states:::aws-sdk:sqs:receiveMessage")]
    Task<ReceiveMessageResponse> ReceiveMessageAsync(ReceiveMessageRequest request);

    /// <summary>Sends a message whose body is the JSON text of a payload.</summary>
    [ServiceIntegration("arn:aws:states:::sqs:sendMessage")]
    Task<SendMessageResponse> SendMessageAsync<TBody>(SendMessageRequest<TBody> request);

    /// <summary>Deletes a received message.</summary>
    [ServiceIntegration("arn:aws:states:::aws-sdk:sqs:deleteMessage")]
    Task DeleteMessageAsync(DeleteMessageRequest request);

    /// <summary>Hides a received message for a further period, 0 s to 12 h, counted from this call.</summary>
    [ServiceIntegration("arn:aws:states:::aws-sdk:sqs:changeMessageVisibility")]
    Task ChangeMessageVisibilityAsync(ChangeMessageVisibilityRequest request);
}
