namespace Aot.Authoring.Services.Sqs;

/// <summary>Amazon SQS as Step Functions tasks.</summary>
public interface ISqs
{
    /// <summary>Reads a queue's attributes; every count is approximate.</summary>
    /// <exception cref="SqsException">The queue does not exist, or an argument is wrong.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:sqs:getQueueAttributes")]
    Task<GetQueueAttributesResponse> GetQueueAttributesAsync(GetQueueAttributesRequest request);

    /// <summary>Receives up to 10 messages and hides them from other consumers for the visibility timeout.</summary>
    /// <exception cref="SqsException">The queue does not exist, or an argument is wrong.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:sqs:receiveMessage")]
    Task<ReceiveMessageResponse> ReceiveMessageAsync(ReceiveMessageRequest request);

    /// <summary>Sends a message whose body is the JSON text of a payload.</summary>
    /// <exception cref="SqsSendException">The queue does not exist, or an argument is wrong.</exception>
    [ServiceIntegration("arn:aws:states:::sqs:sendMessage")]
    Task<SendMessageResponse> SendMessageAsync<TBody>(SendMessageRequest<TBody> request);

    /// <summary>Sends a message with a task token and waits until somebody answers with the token (<c>SendTaskSuccess</c>).</summary>
    /// <typeparam name="TBody">The payload; it holds the token.</typeparam>
    /// <typeparam name="TResult">The answer.</typeparam>
    /// <param name="request">The message for a token.</param>
    /// <param name="timeout">After this <see cref="StatesTimeoutException"/>; a year where absent.</param>
    /// <param name="heartbeat">Longest time between two <c>SendTaskHeartbeat</c>, after which <see cref="StatesHeartbeatTimeoutException"/>.</param>
    [ServiceIntegration("arn:aws:states:::sqs:sendMessage.waitForTaskToken")]
    Task<TResult> SendMessageAndWaitAsync<TBody, TResult>(Func<string, SendMessageRequest<TBody>> request, TimeSpan? timeout = null, TimeSpan? heartbeat = null);

    /// <summary>Sends up to 10 messages; those that were refused are in the response, not an error.</summary>
    /// <exception cref="SqsException">The queue does not exist, or an argument is wrong.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:sqs:sendMessageBatch", Actions = ["sqs:SendMessage"])]
    Task<SendMessageBatchResponse> SendMessageBatchAsync<TBody>(SendMessageBatchRequest<TBody> request);

    /// <summary>Deletes a received message.</summary>
    /// <exception cref="SqsException">The receipt is of another queue, or too old.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:sqs:deleteMessage")]
    Task DeleteMessageAsync(DeleteMessageRequest request);

    /// <summary>Deletes up to 10 received messages; those that were not are in the response, not an error.</summary>
    [ServiceIntegration("arn:aws:states:::aws-sdk:sqs:deleteMessageBatch", Actions = ["sqs:DeleteMessage"])]
    Task<DeleteMessageBatchResponse> DeleteMessageBatchAsync(DeleteMessageBatchRequest request);

    /// <summary>Hides a received message for a further period, 0 s to 12 h, counted from this call.</summary>
    [ServiceIntegration("arn:aws:states:::aws-sdk:sqs:changeMessageVisibility")]
    Task ChangeMessageVisibilityAsync(ChangeMessageVisibilityRequest request);

    /// <summary>Deletes all messages of a queue, within 60 s; at most once a minute.</summary>
    [ServiceIntegration("arn:aws:states:::aws-sdk:sqs:purgeQueue")]
    Task PurgeQueueAsync(PurgeQueueRequest request);

    /// <summary>Moves the messages of a dead-letter queue back to where they came from, or to another queue.</summary>
    [ServiceIntegration("arn:aws:states:::aws-sdk:sqs:startMessageMoveTask")]
    [TaskPermission("sqs:StartMessageMoveTask", "{SourceArn}")]
    [TaskPermission("sqs:ReceiveMessage", "{SourceArn}")]
    [TaskPermission("sqs:DeleteMessage", "{SourceArn}")]
    [TaskPermission("sqs:GetQueueAttributes", "{SourceArn}")]
    [TaskPermission("sqs:SendMessage", "{DestinationArn}")]
    Task<StartMessageMoveTaskResponse> StartMessageMoveTaskAsync(StartMessageMoveTaskRequest request);

    /// <summary>Says how far the moves out of a dead-letter queue are, the newest first.</summary>
    [ServiceIntegration("arn:aws:states:::aws-sdk:sqs:listMessageMoveTasks")]
    Task<ListMessageMoveTasksResponse> ListMessageMoveTasksAsync(ListMessageMoveTasksRequest request);
}
