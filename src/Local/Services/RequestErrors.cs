namespace Aot.Local.Services;

/// <summary>Refusals that several services word alike.</summary>
internal static class RequestErrors
{
    /// <summary>A required member is absent, as the JSON services say it.</summary>
    public static ServiceException Missing(string member) => Validation(
        $"1 validation error detected: Value null at '{char.ToLowerInvariant(member[0]) + member[1..]}' failed to satisfy constraint: Member must not be null");

    public static ServiceException Validation(string message) => new("ValidationException", message);
}
