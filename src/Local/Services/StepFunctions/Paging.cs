using System.Globalization;
using System.Text;

namespace Aot.Local.Services.StepFunctions;

/// <summary>Cuts lists into pages. A token is the place of the next page's first item.</summary>
internal static class Paging
{
    private const int DefaultMaxResults = 100;
    private const int MaxMaxResults = 1000; // API reference, "maxResults" of all list operations

    /// <summary>The page a request asks for, and the token of the page after it.</summary>
    public static (IReadOnlyList<T> Page, string? NextToken) Cut<T>(IReadOnlyList<T> all, ServiceRequest request)
    {
        var max = request.Integer("maxResults") ?? 0;
        if (max is < 0 or > MaxMaxResults)
            throw new ServiceException(
                "ValidationException",
                $"1 validation error detected: Value '{max}' at 'maxResults' failed to satisfy constraint: Member must have value {(max < 0 ? "greater than or equal to 0" : $"less than or equal to {MaxMaxResults}")}");
        if (max == 0) max = DefaultMaxResults;
        var start = request.Text("nextToken") is { } token ? Decode(token) : 0;
        var page = all.Skip(start).Take(max).ToList();
        return (page, start + max < all.Count ? Encode(start + max) : null);
    }

    private static string Encode(int start) => Convert.ToBase64String(Encoding.ASCII.GetBytes(start.ToString(CultureInfo.InvariantCulture)));

    private static int Decode(string token)
    {
        Span<byte> bytes = stackalloc byte[16];
        return Convert.TryFromBase64String(token, bytes, out var length) && int.TryParse(bytes[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            ? start
            : throw new ServiceException("InvalidToken", "Invalid Token: 'Invalid token'");
    }
}
