using Aot.Local.Json;
using Aot.Local.Services;

namespace Aot.Local.Template;

/// <summary>Creates a template's resources in the local services, through the operations any client would use.</summary>
/// <param name="find">The service of an SDK name.</param>
/// <param name="warn">Takes a sentence about what is left out.</param>
internal sealed class Deployment(SamTemplate template, Func<string, IAwsService?> find, Action<string> warn)
{
    // What others refer to comes first. Functions, APIs and topic rules have no service: they are read where they run.
    private static readonly string[] Order =
    [
        "AWS::S3::Bucket", "AWS::EC2::LaunchTemplate", "AWS::SSM::Parameter", "AWS::SQS::Queue", "AWS::DynamoDB::Table", "AWS::Serverless::SimpleTable", "AWS::SNS::Topic",
        "AWS::Events::EventBus", "AWS::Events::Connection", "AWS::Serverless::StateMachine", "AWS::StepFunctions::StateMachine", "AWS::SNS::Subscription", "AWS::Events::Rule",
    ];

    private static readonly string[] ReadElsewhere =
        ["AWS::Serverless::Function", "AWS::Serverless::HttpApi", "AWS::IoT::TopicRule", SamEvents.RouteType];

    // Permissions are not checked here, and logs go to the console.
    private static readonly string[] Accepted =
    [
        "AWS::Lambda::Permission", "AWS::IAM::Role", "AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::Logs::LogGroup",
        "AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy", "AWS::Events::EventBusPolicy", "AWS::S3::BucketPolicy",
    ];

    /// <exception cref="TemplateException">A service refuses a resource.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var resource in template.Resources.Where(resource => !Order.Contains(resource.Type) && !ReadElsewhere.Contains(resource.Type) && !Accepted.Contains(resource.Type)))
            warn($"{template.Source.File}({resource.Line}): {resource.LogicalId} is left out: {resource.Type} has no local counterpart.");
        foreach (var type in Order)
        {
            foreach (var resource in template.Resources.Where(resource => resource.Type == type)) await CreateAsync(resource, cancellationToken);
        }
    }

    private async Task CreateAsync(TemplateResource resource, CancellationToken cancellationToken)
    {
        var properties = template.Intrinsics.Properties(resource);
        var name = ResourceAttributes.Name(resource, template.Intrinsics);
        try
        {
            Task creation = resource.Type switch
            {
                "AWS::S3::Bucket" => CallAsync("s3", "CreateBucket", new ObjectValue { ["Bucket"] = name }, cancellationToken),
                "AWS::EC2::LaunchTemplate" => CreateLaunchTemplateAsync(resource, name, properties, cancellationToken),
                "AWS::SSM::Parameter" => CallAsync("ssm", "PutParameter", With(properties, "Name", name, "Type", "Value", "Description"), cancellationToken),
                "AWS::SQS::Queue" => CallAsync("sqs", "CreateQueue", Queue(name, properties), cancellationToken),
                "AWS::DynamoDB::Table" => CallAsync("dynamodb", "CreateTable", With(properties, "TableName", name,
                    "AttributeDefinitions", "KeySchema", "BillingMode", "ProvisionedThroughput", "GlobalSecondaryIndexes", "LocalSecondaryIndexes"), cancellationToken),
                "AWS::Serverless::SimpleTable" => CallAsync("dynamodb", "CreateTable", SimpleTable(name, properties), cancellationToken),
                "AWS::SNS::Topic" => CreateTopicAsync(name, properties, cancellationToken),
                "AWS::SNS::Subscription" => SubscribeAsync(properties, cancellationToken),
                "AWS::Events::EventBus" => CallAsync("eventbridge", "CreateEventBus", new ObjectValue { ["Name"] = name }, cancellationToken),
                "AWS::Events::Connection" => CallAsync("eventbridge", "CreateConnection", With(properties, "Name", name, "AuthorizationType", "AuthParameters", "Description"), cancellationToken),
                "AWS::Events::Rule" => CreateRuleAsync(name, properties, cancellationToken),
                _ => CallAsync("sfn", "CreateStateMachine", StateMachine(resource, name, properties), cancellationToken),
            };
            await creation;
        }
        catch (ServiceException e)
        {
            throw new TemplateException(template.Source.File, resource.Line, $"{resource.LogicalId} ({resource.Type}) cannot be created: {e.Message} ({e.Code})");
        }
    }

    private async Task CreateLaunchTemplateAsync(TemplateResource resource, string name, ObjectValue properties, CancellationToken cancellationToken)
    {
        var answer = await CallAsync("ec2", "CreateLaunchTemplate", With(properties, "LaunchTemplateName", name, "LaunchTemplateData"), cancellationToken);
        if (((answer as ObjectValue)?["LaunchTemplate"] as ObjectValue)?["LaunchTemplateId"] is StringValue id) template.Intrinsics.SetPhysicalId(resource.LogicalId, id.Text);
    }

    private async Task CreateTopicAsync(string name, ObjectValue properties, CancellationToken cancellationToken)
    {
        await CallAsync("sns", "CreateTopic", new ObjectValue { ["Name"] = name }, cancellationToken);
        foreach (var subscription in (properties["Subscription"] as ArrayValue ?? []).OfType<ObjectValue>())
            await SubscribeAsync(new ObjectValue(subscription) { ["TopicArn"] = template.Intrinsics.Pseudo.Arn("sns", name) }, cancellationToken);
    }

    private async Task SubscribeAsync(ObjectValue properties, CancellationToken cancellationToken)
    {
        var attributes = new ObjectValue();
        foreach (var attribute in (string[])["RawMessageDelivery", "FilterPolicy", "FilterPolicyScope"])
        {
            if (properties[attribute] is { } value) attributes[attribute] = Text(value);
        }
        var request = With(properties, "", "", "TopicArn", "Protocol", "Endpoint");
        if (attributes.Count > 0) request["Attributes"] = attributes;
        await CallAsync("sns", "Subscribe", request, cancellationToken);
    }

    private async Task CreateRuleAsync(string name, ObjectValue properties, CancellationToken cancellationToken)
    {
        var rule = With(properties, "Name", name, "ScheduleExpression", "State", "Description");
        if (properties["EventPattern"] is { } pattern) rule["EventPattern"] = Text(pattern);
        var targets = new ObjectValue { ["Rule"] = name };
        if (properties["EventBusName"] is { } bus) rule["EventBusName"] = targets["EventBusName"] = bus;
        targets["Targets"] = new ArrayValue([.. (properties["Targets"] as ArrayValue ?? []).OfType<ObjectValue>()
            .Select(target => With(target, "", "", "Id", "Arn", "Input", "InputPath", "InputTransformer"))]);
        await CallAsync("eventbridge", "PutRule", rule, cancellationToken);
        await CallAsync("eventbridge", "PutTargets", targets, cancellationToken);
    }

    private static ObjectValue Queue(string name, ObjectValue properties)
    {
        var attributes = new ObjectValue();
        foreach (var attribute in (string[])["VisibilityTimeout", "MessageRetentionPeriod", "DelaySeconds", "MaximumMessageSize", "ReceiveMessageWaitTimeSeconds",
            "RedrivePolicy", "RedriveAllowPolicy", "FifoQueue", "ContentBasedDeduplication", "DeduplicationScope", "FifoThroughputLimit"])
        {
            if (properties[attribute] is { } value) attributes[attribute] = Text(value);
        }
        var request = new ObjectValue { ["QueueName"] = name };
        if (attributes.Count > 0) request["Attributes"] = attributes;
        return request;
    }

    private static ObjectValue SimpleTable(string name, ObjectValue properties)
    {
        var key = properties["PrimaryKey"] as ObjectValue ?? [];
        var attribute = key["Name"] is StringValue given ? given.Text : "id";
        var type = key["Type"] is StringValue { Text: var long_ } ? long_[..1] : "S"; // String, Number or Binary
        return new ObjectValue
        {
            ["TableName"] = name,
            ["BillingMode"] = "PAY_PER_REQUEST",
            ["AttributeDefinitions"] = new ArrayValue(new ObjectValue { ["AttributeName"] = attribute, ["AttributeType"] = type }),
            ["KeySchema"] = new ArrayValue(new ObjectValue { ["AttributeName"] = attribute, ["KeyType"] = "HASH" }),
        };
    }

    private ObjectValue StateMachine(TemplateResource resource, string name, ObjectValue properties) => new()
    {
        ["name"] = name,
        ["type"] = properties["Type"] ?? properties["StateMachineType"] ?? "STANDARD",
        ["roleArn"] = properties["Role"] ?? $"arn:aws:iam::{template.Intrinsics.Pseudo.AccountId}:role/{name}Role",
        ["definition"] = new DefinitionText(template).Read(resource, properties),
    };

    private Task<Value> CallAsync(string service, string operation, Value request, CancellationToken cancellationToken) =>
        (find(service) ?? throw new ServiceException("UnknownServiceException", $"There is no local {service}."))
            .CallAsync(operation, request, cancellationToken).AsTask();

    /// <summary>A request of the named members that are present, after one that is always there (none when its name is empty).</summary>
    private static ObjectValue With(ObjectValue properties, string name, string value, params ReadOnlySpan<string> members)
    {
        var request = new ObjectValue();
        if (name.Length > 0) request[name] = value;
        foreach (var member in members)
        {
            if (properties[member] is { } present) request[member] = present;
        }
        return request;
    }

    private static string Text(Value value) => value is StringValue text ? text.Text : value.ToJson();
}
