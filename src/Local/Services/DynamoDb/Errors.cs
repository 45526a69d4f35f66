using Aot.Local.Json;

namespace Aot.Local.Services.DynamoDb;

/// <summary>The refusals of DynamoDB in its own words.</summary>
internal static class Errors
{
    public static ServiceException Validation(string message) => new("ValidationException", message);

    public static ServiceException NoTable(string? name = null) => new(
        "ResourceNotFoundException", name is null ? "Requested resource not found" : $"Requested resource not found: Table: {name} not found");

    /// <param name="item">The item that failed the condition, if the caller asked for it.</param>
    public static ServiceException ConditionFailed(ObjectValue? item) => new("ConditionalCheckFailedException", "The conditional request failed")
    {
        Members = item is null ? null : Shape.Of(("Item", item)),
    };
}
