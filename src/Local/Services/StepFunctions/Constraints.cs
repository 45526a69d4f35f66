using System.Globalization;
using System.Text.RegularExpressions;

namespace Aot.Local.Services.StepFunctions;

/// <summary>The checks of the API model, in the sentences the service has for them.</summary>
internal static class Constraints
{
    public static ServiceException Broken(string member, string? value, string constraint) =>
        RequestErrors.Validation($"1 validation error detected: Value {(value is null ? "" : $"'{value}' ")}at '{member}' failed to satisfy constraint: {constraint}");

    /// <summary>A text of at most so many characters.</summary>
    public static string? Limited(this ServiceRequest request, string member, int max)
    {
        var value = request.Text(member);
        return value is null || value.Length <= max ? value : throw Broken(member, value, $"Member must have length less than or equal to {max}");
    }

    /// <summary>A required text of 1 to <paramref name="max"/> characters.</summary>
    public static string RequiredLimited(this ServiceRequest request, string member, int max)
    {
        var value = request.RequiredText(member);
        if (value.Length == 0) throw Broken(member, value, "Member must have length greater than or equal to 1");
        return request.Limited(member, max)!;
    }

    /// <summary>A text out of a list; null when absent.</summary>
    /// <param name="values">In the order in which the service names them.</param>
    public static string? Enumerated(this ServiceRequest request, string member, params ReadOnlySpan<string> values)
    {
        var value = request.Text(member);
        return value is null || values.Contains(value)
            ? value
            : throw Broken(member, value, $"Member must satisfy enum value set: [{string.Join(", ", values.ToArray())}]");
    }

    /// <summary>A whole number within bounds; null when absent.</summary>
    public static int? Bounded(this ServiceRequest request, string member, int min, int max, string? path = null)
    {
        if (request.Integer(member) is not { } value) return null;
        if (value < min) throw Broken(path ?? member, Text(value), $"Member must have value greater than or equal to {Text(min)}");
        if (value > max) throw Broken(path ?? member, Text(value), $"Member must have value less than or equal to {Text(max)}");
        return value;
    }

    /// <summary>Refuses what does not match; the pattern is shown as the API model has it.</summary>
    public static void RequirePattern(string member, string value, Regex pattern)
    {
        if (!pattern.IsMatch(value)) throw Broken(member, value, $"Member must satisfy regular expression pattern: {pattern}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
