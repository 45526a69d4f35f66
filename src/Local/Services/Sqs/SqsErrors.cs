namespace Aot.Local.Services.Sqs;

/// <summary>The refusals of SQS, each with its JSON shape and the older Query code.</summary>
internal static class SqsErrors
{
    public static ServiceException MissingParameter(string name) =>
        new("MissingRequiredParameterException", $"The request must contain the parameter {name}.") { QueryCode = "MissingParameter" };

    public static ServiceException InvalidParameter(string message) =>
        new("InvalidParameterValueException", message) { QueryCode = "InvalidParameterValue" };

    public static ServiceException NoQueue() =>
        new("QueueDoesNotExist", "The specified queue does not exist.") { QueryCode = "AWS.SimpleQueueService.NonExistentQueue" };

    public static ServiceException QueueExists(string attribute) =>
        new("QueueNameExists", $"A queue already exists with the same name and a different value for attribute {attribute}") { QueryCode = "QueueAlreadyExists" };

    public static ServiceException NotInFlight() =>
        new("MessageNotInflight", "The message referred to is not in flight.") { QueryCode = "AWS.SimpleQueueService.MessageNotInflight" };

    public static ServiceException InvalidHandle(string handle) =>
        new("ReceiptHandleIsInvalid", $"The input receipt handle \"{handle}\" is not a valid receipt handle.", 404);

    public static ServiceException ExpiredHandle(string handle) =>
        InvalidParameter($"Value {handle} for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.");

    public static ServiceException OverLimit(int limit) =>
        new("OverLimit", $"Too many messages are in flight: the limit is {limit}.", 403);

    public static ServiceException Batch(string name, string message) => new(name, message) { QueryCode = $"AWS.SimpleQueueService.{name}" };
}
