using Aot.Local.Json;
using Aot.Local.Services;
using Aot.Local.Services.Lambda;

namespace Aot.Local;

/// <summary>Delivers events to functions, queues, state machines, topics and buses.</summary>
/// <param name="find">The service of an SDK name.</param>
internal sealed class EventTargets(Func<string, IAwsService?> find, LocalAws aws) : IEventTargets
{
    public async ValueTask DeliverAsync(string targetArn, Value payload, CancellationToken cancellationToken)
    {
        var (service, resource) = targetArn.Split(':', 6) is ["arn", _, var one, _, _, var rest] ? (one, rest) : throw NoTarget(targetArn);
        switch (service)
        {
            case "lambda":
                await ((LambdaService)Service("lambda")).InvokeAsync(targetArn, "Event", payload.ToUtf8Json(), clientContext: null);
                break;
            case "sqs":
                await CallAsync("sqs", "SendMessage", new ObjectValue { ["QueueUrl"] = $"{aws.Endpoint}/{aws.AccountId}/{resource}", ["MessageBody"] = Text(payload) });
                break;
            case "sns":
                await CallAsync("sns", "Publish", new ObjectValue { ["TopicArn"] = targetArn, ["Message"] = Text(payload) });
                break;
            case "states":
                await CallAsync("sfn", "StartExecution", new ObjectValue { ["stateMachineArn"] = targetArn, ["input"] = payload.ToJson() });
                break;
            case "events" when payload is ObjectValue e:
                await CallAsync("eventbridge", "PutEvents", new ObjectValue { ["Entries"] = new ArrayValue(Entry(targetArn, e)) });
                break;
            default:
                throw NoTarget(targetArn);
        }

        async Task CallAsync(string name, string operation, ObjectValue request) => await Service(name).CallAsync(operation, request, cancellationToken);
    }

    private static ObjectValue Entry(string busArn, ObjectValue e) => new()
    {
        ["EventBusName"] = busArn,
        ["Source"] = e["source"] ?? "",
        ["DetailType"] = e["detail-type"] ?? "",
        ["Detail"] = (e["detail"] ?? new ObjectValue()).ToJson(),
    };

    private IAwsService Service(string name) => find(name) ?? throw new ServiceException("UnknownServiceException", $"There is no local {name}.");

    // Text (a raw SNS message) goes as it is, everything else as JSON.
    private static string Text(Value payload) => payload is StringValue text ? text.Text : payload.ToJson();

    private static ServiceException NoTarget(string arn) => new(
        "ResourceNotFoundException", $"Events cannot be delivered to {arn}. Local targets: functions, queues, topics, state machines and buses.");
}
