namespace Aot.Runtime;

/// <summary>How a function's code reaches Lambda.</summary>
public enum LambdaPackageType
{
    /// <summary>A zip archive on <c>provided.al2023</c>.</summary>
    Zip,

    /// <summary>A container image, for functions that need more than <c>bootstrap</c> (git, Node.js).</summary>
    Image,
}
