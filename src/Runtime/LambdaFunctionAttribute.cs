namespace Aot.Runtime;

/// <summary>Makes a public method a Lambda function: a case in the generated dispatch of <c>bootstrap</c> and a resource in the template.</summary>
/// <remarks>
/// The method returns nothing, a value, <see cref="Task"/>, <see cref="Task{TResult}"/>, <see cref="ValueTask"/> or <see cref="ValueTask{TResult}"/>.
/// One parameter is the payload: the event is its JSON. Of several the event is an object with the camelCase parameter names.
/// <see cref="LambdaContext"/> and <see cref="CancellationToken"/> (the deadline) may stand among them.
/// The handler name is the class name for <c>Handle</c> and <c>HandleAsync</c>, else the method name without <c>Async</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LambdaFunctionAttribute : Attribute
{
    /// <summary>Logical id in the template; by default the handler name followed by <c>Function</c>.</summary>
    public string? ResourceName { get; set; }

    /// <summary>Memory in MiB, 128 to 10240; it buys CPU in proportion. Zero leaves it to the template's globals.</summary>
    public int MemorySize { get; set; }

    /// <summary>Seconds after which Lambda ends the invocation, 1 to 900. Zero leaves it to the template's globals.</summary>
    public int Timeout { get; set; }

    /// <summary>Comma-separated managed policy names or ARNs that the function's role gets.</summary>
    public string? Policies { get; set; }

    /// <summary>ARN or reference of the function's role; excludes <see cref="Policies"/>.</summary>
    public string? Role { get; set; }

    /// <summary>Whether the function is deployed as a zip archive or as a container image.</summary>
    public LambdaPackageType PackageType { get; set; }

    /// <summary>Dockerfile of an image function, relative to the template's folder, which is the build's context.</summary>
    public string? Dockerfile { get; set; }

    /// <summary>Processor: <c>x86_64</c> or <c>arm64</c>, for which <c>bootstrap</c> must then be built. Null leaves it to the template's globals.</summary>
    public string? Architectures { get; set; }
}
