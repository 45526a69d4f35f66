using Aot.Authoring;
using Aot.Authoring.Services.DynamoDb;
using Aot.Authoring.Services.Sqs;
using Aot.Handlers.SqsPoller;

namespace Aot.StateMachines.SqsPoller;

/// <summary>A worker's identity and patience.</summary>
/// <param name="WorkerId">Unique; also the execution's name.</param>
/// <param name="MaxIdlePolls">It stops after so many polls in a row that gave nothing.</param>
public sealed record WorkerInput(string WorkerId, int MaxIdlePolls);

/// <summary>What a worker did in its life.</summary>
public sealed record WorkerResult(string WorkerId, int Done, int Rejected);

/// <summary>A worker's row in the table of heartbeats.</summary>
/// <param name="WorkerId">The key.</param>
/// <param name="SeenAt">Unix seconds.</param>
/// <param name="Done">Messages processed so far.</param>
public sealed record Heartbeat(string WorkerId, long SeenAt, int Done);

/// <summary>A message that can never be processed.</summary>
public sealed record RejectedMessage(string MessageId, string Body, string Reason);

/// <summary>Polls the queue and works until it stays empty, or retires after many polls. A message is deleted only after its work succeeded or it was set aside.</summary>
[StateMachine(TimeoutSeconds = 3600)]
public sealed partial class SqsWorker(ISqs sqs, IDynamoDb dynamo, ProcessJob process)
{
    // An execution's history holds 25,000 events, and a batch of ten messages may take 200 of them. The scaler replaces a worker that retires.
    private const int MaxPolls = 120;

    /// <summary>Calls home, receives, works, deletes; again and again.</summary>
    public async Task<WorkerResult> RunAsync(WorkerInput input)
    {
        int done = 0, rejected = 0, idle = 0;
        for (int polls = 0; polls < MaxPolls && idle < input.MaxIdlePolls; polls++)
        {
            var heartbeat = new Heartbeat(input.WorkerId, DateTimeOffset.UtcNow.ToUnixTimeSeconds(), done);
            await dynamo.PutItemAsync(new PutItemRequest<Heartbeat>(Resources.Heartbeats, heartbeat));
            var batch = await sqs.ReceiveMessageAsync(new(Resources.Jobs, MaxNumberOfMessages: 10, WaitTimeSeconds: 20));
            if (batch.Messages is not { Count: > 0 } messages)
            {
                idle++;
                continue;
            }

            idle = 0;
            foreach (var message in messages)
            {
                try
                {
                    await process.HandleAsync(new Job(message.MessageId, message.Body));
                    done++;
                }
                catch (JobRejectedException e)
                {
                    rejected++;
                    await sqs.SendMessageAsync(new SendMessageRequest<RejectedMessage>(
                        Resources.Rejected, new RejectedMessage(message.MessageId, message.Body, e.Message)));
                }

                await sqs.DeleteMessageAsync(new(Resources.Jobs, message.ReceiptHandle));
            }
        }

        return new WorkerResult(input.WorkerId, done, rejected);
    }
}
