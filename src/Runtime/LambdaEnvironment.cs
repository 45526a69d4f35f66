using System.Globalization;

namespace Aot.Runtime;

/// <summary>The environment variables a function sees, Lambda's own and the template's.</summary>
/// <param name="read">Gives the value of a variable, null when it is not set; tests pass a dictionary's lookup.</param>
/// <remarks>Source: Lambda developer guide, "Defined runtime environment variables".</remarks>
public sealed class LambdaEnvironment(Func<string, string?> read)
{
    /// <summary>The environment of this process.</summary>
    public static LambdaEnvironment Process { get; } = new(ReadProcess);

    /// <summary>A variable's value; null when it is not set.</summary>
    public string? this[string name] => read(name);

    /// <summary>Which of the functions in this binary to run, from <c>_HANDLER</c>.</summary>
    public string? Handler => read("_HANDLER");

    /// <summary>Host and port of the runtime API, from <c>AWS_LAMBDA_RUNTIME_API</c>.</summary>
    public string? RuntimeApi => read("AWS_LAMBDA_RUNTIME_API");

    /// <summary>The function's name; empty outside Lambda.</summary>
    public string FunctionName => read("AWS_LAMBDA_FUNCTION_NAME") ?? "";

    /// <summary>The function's version; empty outside Lambda.</summary>
    public string FunctionVersion => read("AWS_LAMBDA_FUNCTION_VERSION") ?? "";

    /// <summary>Memory in MiB; zero outside Lambda.</summary>
    public int MemorySizeMegabytes =>
        int.TryParse(read("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) ? megabytes : 0;

    /// <summary>AWS region the function runs in; null outside Lambda.</summary>
    public string? Region => read("AWS_REGION");

    /// <summary>A variable the function cannot work without.</summary>
    /// <exception cref="InvalidOperationException">The variable is not set or empty; the message names it.</exception>
    public string Required(string name) => read(name) is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"Environment variable {name} is not set. Set it under the function's Environment in template.yaml.");

    // Lambda sets _HANDLER for zip functions only; an image function's handler is the image's command, so the first argument.
    private static string? ReadProcess(string name)
    {
        if (Environment.GetEnvironmentVariable(name) is { } value)
            return value;
        return name == "_HANDLER" && Environment.GetCommandLineArgs() is [_, var command, ..] ? command : null;
    }
}
