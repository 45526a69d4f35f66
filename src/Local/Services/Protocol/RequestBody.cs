using Microsoft.AspNetCore.Http;

namespace Aot.Local.Services.Protocol;

/// <summary>Reads a whole request body into memory, up to a limit above every service's own.</summary>
internal static class RequestBody
{
    private const int MaxBytes = 16 * 1024 * 1024; // DynamoDB's BatchWriteItem, the largest of all

    /// <summary>The body's bytes.</summary>
    /// <exception cref="ServiceException">413 RequestEntityTooLarge.</exception>
    public static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int count;
        while ((count = await request.Body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            buffer.Write(chunk, 0, count);
            if (buffer.Length > MaxBytes)
                throw new ServiceException(
                    "RequestEntityTooLargeException", $"The request body is over {MaxBytes} bytes.", StatusCodes.Status413PayloadTooLarge);
        }
        return buffer.ToArray();
    }
}
