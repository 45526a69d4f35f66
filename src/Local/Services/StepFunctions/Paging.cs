using System.Globalization;
using System.Text;

namespace Aot.Local.Services.StepFunctions;

/// <summary>Cuts lists into pages. A token is the place of the next page's first item.</summary>
internal static class Paging
{
    private const int DefaultMaxResults = 100;
    private const int MaxMaxResults = 1000; // API reference, "maxResults" of all list operations

    private const int MaxTokenLength = 1024; // API reference, PageToken

    /// <summary>The page a request asks for, and the token of the page after it.</summary>
    public static (IReadOnlyList<T> Page, string? NextToken) Cut<T>(IReadOnlyList<T> all, ServiceRequest request, int maxTokenLength = MaxTokenLength)
    {
        var max = request.Bounded("maxResults", 0, MaxMaxResults) is { } asked and > 0 ? asked : DefaultMaxResults;
        var start = request.Limited("nextToken", maxTokenLength) is { } token ? Decode(token) : 0;
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
