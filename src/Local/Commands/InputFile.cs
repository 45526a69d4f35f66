using Aot.Local.Json;

namespace Aot.Local.Commands;

/// <summary>Reads the files a command line names; <c>-</c> is standard input.</summary>
internal static class InputFile
{
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (path == "-") return await Console.In.ReadToEndAsync(cancellationToken);
        try
        {
            return await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"There is no file {path}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read: {e.Message}");
        }
    }

    /// <exception cref="UsageException">It cannot be read or is no JSON.</exception>
    public static async Task<Value> ReadJsonAsync(string path, CancellationToken cancellationToken) => Json(await ReadAsync(path, cancellationToken), path);

    /// <param name="source">Where the text comes from, for the message.</param>
    /// <exception cref="UsageException">It is no JSON.</exception>
    public static Value Json(string text, string source)
    {
        try
        {
            return Value.Parse(text);
        }
        catch (JsonFormatException e)
        {
            throw new UsageException($"{source} is not JSON: {e.Message}");
        }
    }
}
