using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Amazon.SQS.Model;
using Aot.Local.Json;

namespace Aot.Local.Demo;

/// <summary>The SQS poller: sixty messages, four of them no orders, are drained by the workers that the auto scaler starts.</summary>
internal static class SqsPollerDemo
{
    private const int Messages = 60;
    private const int JobsPerWorker = 15;
    private const int BatchSize = 10; // SQS API reference, SendMessageBatch

    private static readonly string[] NoOrders = ["this is no JSON", """{"customer":"has no lines"}""", """{"lines":[{"quantity":"two","unitPriceCents":450}]}""", "[1,2"];

    public static async Task RunAsync(DemoRun run)
    {
        var queue = run.Ref("JobQueue");
        await SendAsync(run, queue);

        var scaled = await ScaleAsync(run);
        run.Report.Check(
            DemoRun.Text(scaled, "backlog") == "60" && DemoRun.Text(scaled, "started") == "4", $"the scaler saw {Messages} messages and started 4 workers", scaled.ToJson());

        var left = await run.UntilAsync(() => LeftAsync(run, queue), left => left == 0);
        run.Report.Check(left == 0, "the queue is empty", $"{left} messages are waiting or in flight");

        const int Orders = Messages - 4;
        var (workers, done) = await run.UntilAsync(() => HeartbeatsAsync(run), heartbeats => heartbeats.Done >= Orders);
        run.Report.Check(workers == 4 && done == Orders, $"4 workers called home and processed {Orders} messages", $"{workers} rows, {done} processed");

        var rejected = await RejectedAsync(run);
        run.Report.Check(
            rejected.Order(StringComparer.Ordinal).SequenceEqual(NoOrders.Order(StringComparer.Ordinal)),
            $"exactly the {NoOrders.Length} messages that are no orders are in the queue of rejected ones", string.Join(" · ", rejected));
        var dead = await LeftAsync(run, run.Ref("JobDeadLetterQueue"));
        run.Report.Check(dead == 0, "no message is in the dead-letter queue", $"{dead} are");
        run.Report.Check(done + rejected.Count == Messages, $"nothing was lost: {done} processed + {rejected.Count} rejected = {Messages} sent", $"{done + rejected.Count} accounted for");
    }

    private static async Task SendAsync(DemoRun run, string queue)
    {
        var bodies = Enumerable.Range(0, Messages).Select(Body).ToArray();
        for (var first = 0; first < Messages; first += BatchSize)
        {
            var entries = bodies[first..(first + BatchSize)].Select((body, i) => new SendMessageBatchRequestEntry($"m{first + i}", body)).ToList();
            var answer = await run.Clients.Sqs.SendMessageBatchAsync(new SendMessageBatchRequest(queue, entries), run.Stop);
            if (answer.Failed is { Count: > 0 } failed) throw new DemoException($"SendMessageBatch refused {failed.Count} messages: {failed[0].Message}");
        }
        run.Report.Step($"{Messages} messages sent to JobQueue with AWSSDK.SQS, {NoOrders.Length} of them no orders");
    }

    // Every fifteenth message is no order, so that every worker is likely to meet one.
    private static string Body(int number) => number % 15 == 7
        ? NoOrders[number / 15]
        : string.Create(CultureInfo.InvariantCulture, $$"""{"lines":[{"quantity":{{number % 3 + 1}},"unitPriceCents":450},{"quantity":1,"unitPriceCents":{{number}}}]}""");

    private static async Task<ObjectValue> ScaleAsync(DemoRun run)
    {
        var input = new ObjectValue { ["maxWorkers"] = 20, ["jobsPerWorker"] = JobsPerWorker };
        var started = await run.Clients.StepFunctionsAsync(
            "StartExecution", new ObjectValue { ["stateMachineArn"] = run.Ref("SqsAutoScaler"), ["input"] = input.ToJson() }, run.Stop);
        run.Report.Step($"SqsAutoScaler started with {input.ToJson()}");
        var ended = await run.EndOfAsync(DemoRun.Text(started, "executionArn"));
        return DemoRun.Text(ended, "status") == "SUCCEEDED"
            ? (ObjectValue)Value.Parse(DemoRun.Text(ended, "output"))
            : throw new DemoException($"SqsAutoScaler ended {DemoRun.Text(ended, "status")}: {DemoRun.Text(ended, "error")} {DemoRun.Text(ended, "cause")}");
    }

    private static async Task<int> LeftAsync(DemoRun run, string queue)
    {
        var answer = await run.Clients.Sqs.GetQueueAttributesAsync(queue, ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"], run.Stop);
        return answer.ApproximateNumberOfMessages + answer.ApproximateNumberOfMessagesNotVisible;
    }

    private static async Task<(int Workers, int Done)> HeartbeatsAsync(DemoRun run)
    {
        var rows = (await run.Clients.DynamoDb.ScanAsync(new ScanRequest(run.Ref("HeartbeatTable")), run.Stop)).Items ?? [];
        return (rows.Count, rows.Sum(row => int.Parse(row["done"].N, CultureInfo.InvariantCulture)));
    }

    private static async Task<List<string>> RejectedAsync(DemoRun run)
    {
        var bodies = new List<string>();
        while (true)
        {
            var answer = await run.Clients.Sqs.ReceiveMessageAsync(new ReceiveMessageRequest(run.Ref("RejectedQueue")) { MaxNumberOfMessages = BatchSize }, run.Stop);
            if (answer.Messages is not { Count: > 0 } messages) return bodies;
            foreach (var message in messages)
            {
                var rejected = (ObjectValue)Value.Parse(message.Body);
                bodies.Add(DemoRun.Text(rejected, "body"));
                run.Report.Detail($"rejected: {DemoRun.Text(rejected, "reason")}");
                await run.Clients.Sqs.DeleteMessageAsync(run.Ref("RejectedQueue"), message.ReceiptHandle, run.Stop);
            }
        }
    }
}
